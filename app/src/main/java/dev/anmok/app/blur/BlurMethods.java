package dev.anmok.app.blur;

import dev.anmok.app.workspace.Calibrations;
import dev.anmok.core.quality.BlurBand;
import dev.anmok.core.quality.BlurMethod;
import dev.anmok.core.quality.Detail;
import dev.anmok.core.quality.LaplacianRule;
import dev.anmok.core.quality.LearnedBlur;
import dev.anmok.core.quality.NetRule;
import dev.anmok.core.quality.SpectrumRule;
import dev.anmok.core.quality.StackedRule;
import dev.anmok.onnx.BlurNetwork;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The blur methods by name. Bands are those that `tune blur --save` stored in the workspace, else
/// the published or shipped ones.
///
/// @param calibrationsOrNull bands of the workspace; null where there is none
/// @param models folder of trained models; need not exist
public record BlurMethods(@Nullable Calibrations calibrationsOrNull, Path models) {
  /// Every name.
  public static final List<String> NAMES =
      List.of("laplacian", "spectrum", "stacked", "learned", "bdnet");

  private static final String LEARNED = "learned";
  private static final String SHARP_UP_TO = "sharp_up_to";
  private static final String BLURRY_OVER = "blurry_over";

  /// A method with where its band came from.
  ///
  /// @param origin in plain words
  public record Found(BlurMethod method, String origin) {}

  /// The method of a name.
  ///
  /// @throws IllegalArgumentException if there is none
  /// @throws IOException if its model is damaged or belongs to another definition
  public BlurMethod find(String name) throws IOException {
    return look(name).method();
  }

  /// The method of a name, and where its band came from.
  ///
  /// @throws IllegalArgumentException if there is none
  /// @throws IOException if its model is damaged or belongs to another definition
  public Found look(String name) throws IOException {
    var method = untuned(name);
    var key = key(method);
    if (calibrationsOrNull != null) {
      var tuned = calibrationsOrNull.tuned(key);
      if (tuned.isPresent()) {
        return new Found(with(band(tuned.get().values(), key), method), tuned.get().origin());
      }
    }
    return new Found(method, name.equals("laplacian") ? "published" : "shipped");
  }

  /// Stores the band of a method in the workspace, which must be open for writing.
  public void save(BlurMethod method, BlurBand band) throws IOException {
    if (calibrationsOrNull == null) {
      throw new IllegalStateException("there is no workspace to store the band in");
    }
    calibrationsOrNull.save(
        key(method), Map.of(SHARP_UP_TO, band.sharpUpTo(), BLURRY_OVER, band.blurryOver()));
  }

  private BlurMethod untuned(String name) throws IOException {
    return switch (name) {
      case "laplacian" -> new LaplacianRule(LaplacianRule.PUBLISHED);
      case "spectrum" -> new SpectrumRule(shipped(name));
      case "stacked" ->
          new StackedRule(
              new SpectrumRule(shipped("spectrum")),
              new LaplacianRule(LaplacianRule.PUBLISHED),
              shipped(name));
      case LEARNED -> new BlurModels(models).find().method();
      case "bdnet" -> new NetRule(shipped(name));
      default ->
          throw new IllegalArgumentException(
              "method must be one of " + String.join(", ", NAMES) + ", was " + name);
    };
  }

  private static BlurBand shipped(String name) throws IOException {
    return ShippedBands.load()
        .find(name)
        .orElseThrow(() -> new IllegalStateException("no band is shipped for " + name));
  }

  /// The method with another band.
  static BlurMethod with(BlurBand band, BlurMethod method) {
    return switch (method) {
      case LaplacianRule _ -> new LaplacianRule(band);
      case SpectrumRule _ -> new SpectrumRule(band);
      case StackedRule(var first, var second, _) -> new StackedRule(first, second, band);
      case LearnedBlur(var model, _) -> new LearnedBlur(model, band);
      case NetRule _ -> new NetRule(band);
    };
  }

  /// A band belongs to a way of measuring, to a model where there is one, and to the rules that are
  /// stacked.
  private static Calibrations.Key key(BlurMethod method) throws IOException {
    var of =
        switch (method) {
          case LearnedBlur learned -> "-" + BlurModelFile.digest(learned.model()).substring(0, 16);
          case StackedRule(var first, var second, _) ->
              "-" + first.band().blurryOver() + "-" + second.band().blurryOver();
          case NetRule _ -> "-" + BlurNetwork.stated().substring(0, 16);
          case LaplacianRule _, SpectrumRule _ -> "";
        };
    return new Calibrations.Key("blur-" + method.code(), "blur", Detail.DEFINITION + of);
  }

  private static BlurBand band(Map<String, Double> values, Calibrations.Key key) {
    return new BlurBand(value(values, SHARP_UP_TO, key), value(values, BLURRY_OVER, key));
  }

  private static double value(Map<String, Double> values, String name, Calibrations.Key key) {
    return Optional.ofNullable(values.get(name))
        .orElseThrow(
            () -> new IllegalStateException("the calibration " + key.lens() + " has no " + name));
  }
}
