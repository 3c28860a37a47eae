package dev.anmok.app.cli;

import dev.anmok.app.blur.LabelledBlur;
import dev.anmok.app.blur.Networks;
import dev.anmok.core.evaluate.LabelledScore;
import dev.anmok.core.evaluate.PrecisionThreshold;
import dev.anmok.core.evaluate.Proportion;
import dev.anmok.core.evaluate.ReviewBand;
import dev.anmok.core.quality.BlurBand;
import dev.anmok.core.quality.BlurMethod;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// `anmok tune blur`: chooses from labelled photos over which score a method says blurry by itself,
/// up to which it says sharp, and leaves what is between to people.
final class TuneBlur {
  static final String LENS = "blur";

  /// Largest share of the blurry photos that may be called sharp without a person seeing them.
  private static final double MISS = 0.05;

  private final Console console;
  private final Path workspace;
  private final @Nullable String asked;

  /// @param asked name of a method; null for the profile's
  TuneBlur(Console console, Path workspace, @Nullable String asked) {
    this.console = console;
    this.workspace = workspace;
    this.asked = asked == null ? null : BlurSession.method(asked);
  }

  /// Returns the exit code: 1 if no threshold meets the precision.
  int run(@Nullable Path file, BlurLabelOptions options, double precision, boolean save)
      throws IOException {
    if (file == null) {
      throw new UsageException("tune blur needs --labels FILE");
    }
    if (!(precision < 1)) {
      throw new UsageException(
          "--precision must be under 1 for blur: no number of labels makes one certain, was "
              + precision);
    }
    try (var session = save ? BlurSession.update(workspace) : BlurSession.read(workspace)) {
      var method = asked == null ? session.profileMethod() : asked;
      var found = session.methods().look(method);
      var labels = options.read(file, console).forChoosing();
      if (labels.rows().isEmpty()) {
        throw new IOException(
            file + ": all of its rows are of the split test; nothing to choose on");
      }
      LabelledBlur measured;
      try (var net = Networks.neededBy(found.method()).orElse(null)) {
        measured = BlurLabelOptions.measure(labels, BlurLabelOptions.eye(net), console);
      }
      measured.requireEnough(file.toString());
      var scores = scores(found.method(), measured, file);
      console.print(
          "labels      %d photos, %d blurry (rows of the split test are not looked at)",
          scores.size(), scores.stream().filter(LabelledScore::wanted).count());
      console.print(
          "present     sharp up to %s, blurry over %s (%s)",
          Figures.number(found.method().band().sharpUpTo()),
          Figures.number(found.method().band().blurryOver()),
          found.origin());
      var band = ReviewBand.find(scores, precision, MISS);
      if (band.isEmpty()) {
        refuse(method, scores, precision);
        return 1;
      }
      print(band.get(), precision);
      if (save) {
        session.methods().save(found.method(), rounded(band.get()));
        console.say("saved: this workspace now uses this band for %s", method);
      }
      return 0;
    }
  }

  private List<LabelledScore> scores(BlurMethod method, LabelledBlur measured, Path file)
      throws IOException {
    var scores =
        measured.photos().stream()
            .filter(photo -> Double.isFinite(method.score(photo.measures())))
            .map(photo -> new LabelledScore(method.score(photo.measures()), photo.blurry()))
            .toList();
    if (scores.size() < measured.photos().size()) {
      throw new IOException(
          file
              + ": "
              + (measured.photos().size() - scores.size())
              + " photos have no score by "
              + method.code()
              + ", because a measure was not taken; choose another --method");
    }
    return scores;
  }

  private void print(ReviewBand band, double precision) {
    console.print(
        "blurry over %s: precision %s, its lower bound meets %s; recall %s",
        Figures.number(band.wantedOver()),
        Figures.share(band.precision()),
        precision,
        Figures.share(band.recall()));
    console.print(
        "sharp up to %s: %s of the blurry photos are called sharp (rule: at most %s of these)",
        Figures.number(band.otherUpTo()), Figures.share(band.missed()), MISS);
    var decided = band.decided();
    console.print(
        "decided     %s; %d go to people",
        Figures.share(decided), decided.trials() - decided.successes());
  }

  /// Says what is the best that can be had, and what would help.
  private void refuse(String method, List<LabelledScore> scores, double precision) {
    var surest = PrecisionThreshold.surest(scores);
    console.print(
        "best        over %s: precision %s, recall %s",
        Figures.number(surest.threshold()),
        Figures.share(surest.precision()),
        Figures.share(surest.recall()));
    console.say(
        "anmok: no threshold of %s is sure to keep a precision of %s on these labels: the lower bound"
            + " of the best is %s; %s",
        method,
        precision,
        Figures.number(surest.precision().low()),
        help(surest.precision(), precision));
  }

  private static String help(Proportion best, double precision) {
    return ReviewBand.needed(best, precision)
        .map(needed ->
            "if they go on like this, "
                + (needed - best.trials())
                + " more photos called blurry would have to be labelled")
        .orElse("more labels would not help while it is so often wrong; choose another --method");
  }

  /// To six significant digits, each end away from deciding: what is printed is near what is saved.
  private static BlurBand rounded(ReviewBand band) {
    return new BlurBand(
        round(band.otherUpTo(), RoundingMode.FLOOR),
        round(band.wantedOver(), RoundingMode.CEILING));
  }

  private static double round(double value, RoundingMode mode) {
    return new BigDecimal(value).round(new MathContext(6, mode)).doubleValue();
  }
}
