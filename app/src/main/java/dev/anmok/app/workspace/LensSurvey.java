package dev.anmok.app.workspace;

import dev.anmok.core.embed.VectorSpace;
import dev.anmok.core.pipeline.Catalog;
import dev.anmok.core.pipeline.PlacedPhoto;
import dev.anmok.core.score.ContrastScorer;
import dev.anmok.core.score.Distribution;
import java.io.IOException;
import java.util.Arrays;

/// What any threshold of a lens would leave of a workspace, so that it can be tried without looking
/// at the photos again. Each photo counts by itself: copies, near duplicates, and dark or blurred
/// photos are not set aside.
///
/// @param photos deltas of all photos
/// @param items for each item that has enough photos its `require`-th largest delta: it stays while
///   the threshold is smaller
/// @param tooFew items with too few photos for any threshold
/// @param samples some of the photos
public record LensSurvey(
    Distribution photos, Distribution items, long tooFew, DeltaSamples samples) {

  /// Scores every photo. Memory: two histograms of fixed size, one photo a bin, one item at a time.
  ///
  /// @param require number of photos above the threshold that an item needs; 0 counts as 1
  public static LensSurvey of(
      Catalog catalog, VectorSpace space, ContrastScorer scorer, int require) throws IOException {
    var pass = new Pass(scorer, Math.max(1, require));
    try (var items = catalog.items(space)) {
      items.forEach(item -> pass.item(item.photos()));
    }
    if (catalog.counts().accepted() > pass.photos.total()) {
      try (var all = catalog.photos(space)) {
        all.filter(photo -> photo.item().isEmpty()).forEach(pass::photo);
      }
    }
    return new LensSurvey(pass.photos, pass.items, pass.tooFew, pass.samples);
  }

  /// One look at everything.
  private static final class Pass {
    private final ContrastScorer scorer;
    private final int require;
    private final Distribution photos = Distribution.ofDeltas();
    private final Distribution items = Distribution.ofDeltas();
    private final DeltaSamples samples = new DeltaSamples(photos);
    private long tooFew;

    Pass(ContrastScorer scorer, int require) {
      this.scorer = scorer;
      this.require = require;
    }

    double photo(PlacedPhoto photo) {
      double delta = scorer.score(photo.embedding()).delta();
      photos.add(delta);
      samples.offer(photo.photo().sha256(), delta);
      return delta;
    }

    void item(Iterable<PlacedPhoto> its) {
      var deltas = new double[require]; // the largest so far, in ascending order
      Arrays.fill(deltas, Double.NEGATIVE_INFINITY);
      for (var photo : its) {
        double delta = photo(photo);
        if (delta > deltas[0]) {
          deltas[0] = delta;
          Arrays.sort(deltas);
        }
      }
      if (Double.isInfinite(deltas[0])) {
        tooFew++;
      } else {
        items.add(deltas[0]);
      }
    }
  }
}
