package dev.anmok.app.album;

import dev.anmok.app.workspace.Calibrations;
import dev.anmok.core.curate.Bound;
import dev.anmok.core.curate.Criterion;
import dev.anmok.core.curate.LowQualityJudge.Gauge;
import dev.anmok.core.curate.LowQualityRule;
import dev.anmok.core.curate.PixelMeasure;
import dev.anmok.core.quality.Detail;
import dev.anmok.core.score.PairsLens;
import dev.anmok.core.score.PairsScorer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The criteria of a low-quality rule with their thresholds: one tuned on the workspace, else the
/// profile's, else (for prompts) the one that came with the model.
public final class LowQualityCriteria {
  private static final String PIXELS = "low-quality-pixels";

  private LowQualityCriteria() {}

  /// Where tuned thresholds of prompt pairs are kept.
  public static Calibrations.Key key(PairsLens lens) {
    return new Calibrations.Key(lens.name(), lens.form().code(), lens.digest());
  }

  /// Where tuned thresholds of pixel measures are kept.
  public static Calibrations.Key pixelsKey() {
    return new Calibrations.Key(PIXELS, "pixels", Detail.DEFINITION);
  }

  static List<Gauge> bind(AlbumContext context) throws IOException {
    var rule = context.album().lowQuality();
    var gauges = new ArrayList<Gauge>();
    if (rule.lens().isPresent()) {
      var lens = rule.lens().get();
      gauges.addAll(
          prompts(rule, lens, lens.bind(context.texts(lens.name())), context.calibrations()));
    }
    var tuned = context.calibrations().tuned(pixelsKey());
    for (var measure : rule.pixels().entrySet()) {
      gauges.add(pixel(rule, measure.getKey(), measure.getValue(), tuned));
    }
    return gauges;
  }

  private static List<Gauge> prompts(
      LowQualityRule rule, PairsLens lens, PairsScorer scorer, Calibrations calibrations)
      throws IOException {
    var tuned = calibrations.tuned(key(lens));
    var shipped = calibrations.shipped(key(lens));
    var gauges = new ArrayList<Gauge>();
    for (int i = 0; i < lens.pairs().size(); i++) {
      int place = i;
      var pair = lens.pairs().get(i);
      var limit =
          limit(pair.name(), tuned)
              .or(() ->
                  Optional.ofNullable(rule.promptThresholds().get(pair.name())).map(Limit::set))
              .or(() -> limit(pair.name(), shipped))
              .orElse(Limit.NONE);
      var criterion =
          new Criterion(
              pair.name(),
              pair.fault(),
              Bound.AT_LEAST,
              limit.valueOrNull,
              rule.weight(pair.name()),
              limit.origin);
      gauges.add(new Gauge(criterion, photo -> scorer.score(place, photo.embedding())));
    }
    return gauges;
  }

  private static Gauge pixel(
      LowQualityRule rule,
      PixelMeasure measure,
      double threshold,
      Optional<Calibrations.Found> tuned) {
    var limit = limit(measure.code(), tuned).orElseGet(() -> Limit.set(threshold));
    var criterion =
        new Criterion(
            measure.code(),
            measure.fault(),
            measure.bound(),
            limit.valueOrNull,
            rule.weight(measure.code()),
            limit.origin);
    return new Gauge(criterion, photo -> measure.of(photo).orElse(Double.NaN));
  }

  private static Optional<Limit> limit(String name, Optional<Calibrations.Found> found) {
    return found.flatMap(numbers ->
        Optional.ofNullable(numbers.values().get(name))
            .map(value -> new Limit(value, numbers.origin())));
  }

  private record Limit(@Nullable Double valueOrNull, String origin) {
    private static final Limit NONE = new Limit(null, "none is known for this model");

    private static Limit set(double value) {
      return new Limit(value, "set by the profile");
    }
  }
}
