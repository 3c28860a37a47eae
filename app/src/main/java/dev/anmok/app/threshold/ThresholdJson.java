package dev.anmok.app.threshold;

import dev.anmok.app.json.Tree;
import dev.anmok.core.evaluate.Interval;
import dev.anmok.core.evaluate.StratifiedLabels.Estimate;
import dev.anmok.core.pipeline.Review;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Samples, curves and versions as trees that become JSON.
public final class ThresholdJson {
  private ThresholdJson() {}

  /// How a sample was drawn and how far its labelling is.
  public static Map<String, Object> sample(LensSample sample) {
    var drawing = sample.drawing();
    var progress = sample.progress();
    return Tree.of("version", drawing.version())
        .and("number", drawing.number())
        .and("at", drawing.at().toString())
        .and("around", drawing.centre())
        .and("pictures", drawing.pictures())
        .and("size", progress.size())
        .and("good", progress.good())
        .and("bad", progress.bad())
        .and("skipped", progress.skipped())
        .and("waiting", progress.waiting())
        .and("ranges", ranges(sample))
        .map();
  }

  private static List<Map<String, Object>> ranges(LensSample sample) {
    var drawing = sample.drawing();
    var ranges = new ArrayList<Map<String, Object>>();
    for (int i = 0; i < drawing.sizes().size(); i++) {
      int range = i;
      var json = Tree.empty();
      if (i > 0) {
        json.and("over", drawing.strata().edges().get(i - 1));
      }
      if (i < drawing.strata().edges().size()) {
        json.and("up_to", drawing.strata().edges().get(i));
      }
      json.and("pictures", drawing.sizes().get(i))
          .and("drawn", drawing.drawn().get(i))
          .and(
              "labelled",
              sample.photos().stream()
                  .filter(each -> each.range() == range && each.wanted().isPresent())
                  .count());
      ranges.add(json.map());
    }
    return ranges;
  }

  /// A photo to label. What the machine says is left out unless it is asked for, as it may sway.
  ///
  /// @param image what the photo is called
  /// @param details whether to say its range, its delta, and for how many pictures it stands
  public static Map<String, Object> photo(
      LensSample sample, LensSample.Sampled photo, String image, boolean details) {
    var json = Tree.of("id", photo.sha256()).and("image", image).and("item", photo.photo().item());
    LensSample.label(photo).ifPresent(label -> json.and("label", label(label)));
    if (details) {
      json.and("range", photo.range())
          .and("delta", photo.delta())
          .and("weight", sample.drawing().weight(photo.range()));
    }
    return json.map();
  }

  /// What a person said of a photo.
  public static Map<String, Object> label(Review review) {
    return Tree.of("photo", review.sha256())
        .and("label", review.verdict())
        .and("reviewer", review.reviewer())
        .and("at", review.at().toString())
        .map();
  }

  /// What a threshold does.
  static Map<String, Object> point(Estimate estimate, LensReach reach) {
    return reach(estimate.threshold(), reach)
        .and("precision", interval(estimate.precision()))
        .and("recall", interval(estimate.recall()))
        .and("labels", estimate.labels())
        .map();
  }

  /// What a threshold leaves.
  static Tree reach(double threshold, LensReach reach) {
    return Tree.of("threshold", threshold)
        .and("photos", reach.pictures(threshold))
        .and("items", reach.items(threshold));
  }

  /// An estimate with its interval; without `value` if labels say nothing of it.
  static Map<String, Object> interval(Interval interval) {
    return Tree.empty()
        .andFinite("value", interval.value())
        .and("low", interval.low())
        .and("high", interval.high())
        .map();
  }

  /// A saved version.
  public static Map<String, Object> version(ThresholdVersion version) {
    var basis = version.basis();
    var json =
        Tree.of("version", version.number())
            .and("file", ThresholdVersions.FOLDER + "/" + version.file())
            .and("lens", version.mark().lens())
            .and("space", version.mark().space())
            .and("pooling", version.mark().pooling())
            .and("prompts", version.mark().prompts())
            .and("value", version.value())
            .and("at", version.saved().at().toString())
            .and("by", version.saved().by())
            .and("note", version.saved().note())
            .and("method", basis.method())
            .and("labels", basis.labels());
    if (basis.targetOrNull() != null) {
      json.and("target", basis.targetOrNull());
    }
    share(json, "precision", basis.precisionOrNull());
    share(json, "recall", basis.recallOrNull());
    return json.map();
  }

  private static void share(Tree json, String name, @Nullable Interval share) {
    if (share != null) {
      json.and(name, interval(share));
    }
  }
}
