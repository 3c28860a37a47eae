package dev.anmok.app.blur;

import dev.anmok.core.embed.TextDigest;
import dev.anmok.core.quality.BlurBand;
import dev.anmok.core.quality.BlurMeasure;
import dev.anmok.core.quality.BlurModel;
import dev.anmok.core.quality.Detail;
import dev.anmok.core.quality.LearnedBlur;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;

/// The content of a trained model's file.
///
/// @param format version of this form
/// @param definition [Detail#DEFINITION] of the measures
/// @param terms what each measure contributes
/// @param sharpUpTo the band's lower end, in log-odds
/// @param blurryOver the band's upper end
/// @param sha256 digest of definition, terms and bias
record BlurModelFile(
    int format,
    String name,
    String definition,
    List<Term> terms,
    double bias,
    double sharpUpTo,
    double blurryOver,
    String trained,
    Map<String, Double> heldOut,
    String sha256) {
  private static final int FORMAT = 1;

  /// One measure's part.
  ///
  /// @param measure [BlurMeasure#code()]
  /// @param scale [BlurModel.Scale#code()]
  record Term(String measure, String scale, double mean, double deviation, double weight) {
    static Term of(BlurModel.Term term) {
      return new Term(
          term.measure().code(), term.scale().code(), term.mean(), term.deviation(), term.weight());
    }

    BlurModel.Term parse() {
      var known =
          BlurMeasure.parse(measure)
              .orElseThrow(() -> new IllegalArgumentException("unknown measure '" + measure + "'"));
      return new BlurModel.Term(known, parsedScale(), mean, deviation, weight);
    }

    private BlurModel.Scale parsedScale() {
      return Stream.of(BlurModel.Scale.values())
          .filter(known -> known.code().equals(scale))
          .findFirst()
          .orElseThrow(() -> new IllegalArgumentException("unknown scale '" + scale + "'"));
    }
  }

  static BlurModelFile of(StoredBlur stored) {
    var model = stored.method().model();
    var band = stored.method().band();
    return new BlurModelFile(
        FORMAT,
        stored.name(),
        model.definition(),
        model.terms().stream().map(Term::of).toList(),
        model.bias(),
        band.sharpUpTo(),
        band.blurryOver(),
        stored.trained(),
        new TreeMap<>(stored.heldOut()),
        stored.sha256());
  }

  /// The model, if all of it holds together and its measures are taken as they are now.
  ///
  /// @param file where it came from, for messages
  StoredBlur parse(String file) throws IOException {
    if (format != FORMAT) {
      throw new IOException(file + ": expected format " + FORMAT + ", found " + format);
    }
    if (!definition.equals(Detail.DEFINITION)) {
      throw new IOException(
          file
              + ": a model for measures of the definition "
              + definition
              + ", but they are now taken by "
              + Detail.DEFINITION
              + "; train one with: anmok train blur");
    }
    if (terms.stream().anyMatch(Objects::isNull)) {
      throw new IOException(file + ": each of 'terms' must be an object, one is null");
    }
    try {
      var model = new BlurModel(definition, terms.stream().map(Term::parse).toList(), bias);
      if (!digest(model).equals(sha256)) {
        throw new IOException(
            file + ": the numbers are not those that were saved (another SHA-256 than stated)");
      }
      var method = new LearnedBlur(model, new BlurBand(sharpUpTo, blurryOver));
      return new StoredBlur(name, method, trained, heldOut, sha256);
    } catch (IllegalArgumentException e) {
      throw new IOException(file + ": " + e.getMessage(), e);
    }
  }

  /// SHA-256 of the definition, of each term and of the bias, a line each, numbers as Java writes
  /// them.
  static String digest(BlurModel model) {
    var text = new StringBuilder(model.definition()).append('\n');
    for (var term : model.terms()) {
      text.append(term.measure().code()).append(' ').append(term.scale().code());
      text.append(' ').append(term.mean());
      text.append(' ').append(term.deviation()).append(' ').append(term.weight()).append('\n');
    }
    text.append(model.bias()).append('\n');
    return TextDigest.sha256(text.toString());
  }
}
