package dev.anmok.app.workspace;

import dev.anmok.core.embed.VectorSpace;
import dev.anmok.core.pipeline.Catalog;
import dev.anmok.core.score.ContrastScorer;
import dev.anmok.core.score.Distribution;
import dev.anmok.core.score.Otsu;
import dev.anmok.core.score.TwoGaussians;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/// Looks at the deltas of all photos of a workspace and finds where their two modes part. Memory: a
/// histogram of fixed size and one item at a time.
///
/// @param catalog where the photos are
/// @param space which embeddings are scored
/// @param scorer the lens
public record TuneJob(Catalog catalog, VectorSpace space, ContrastScorer scorer) {
  /// What was found.
  ///
  /// @param distribution deltas of every photo
  /// @param otsu Otsu's threshold; empty if there are fewer than two different values
  /// @param modes the two Gaussian components; empty likewise
  public record Findings(
      Distribution distribution, OptionalDouble otsu, Optional<TwoGaussians> modes) {
    /// What a distribution shows.
    public static Findings of(Distribution distribution) {
      double otsu = Otsu.threshold(distribution);
      return new Findings(
          distribution,
          Double.isNaN(otsu) ? OptionalDouble.empty() : OptionalDouble.of(otsu),
          TwoGaussians.fit(distribution));
    }

    /// The threshold proposed: Otsu's. On the labelled sample photos it lay nearer to the threshold
    /// that labels give than the crossing of the Gaussians did, for every pooling (docs/cafe.md):
    /// the broad mode of what does not belong is no Gaussian and pulls the crossing upwards.
    public OptionalDouble proposal() {
      return otsu;
    }
  }

  /// How much a threshold leaves.
  ///
  /// @param threshold a photo stays if its delta is strictly greater
  /// @param photos that stay
  /// @param items with at least the required number of them
  public record Effect(double threshold, long photos, long items) {}

  /// Scores every photo.
  public Findings find() throws IOException {
    var distribution = Distribution.ofDeltas();
    try (var photos = catalog.photos(space)) {
      photos
          .mapToDouble(photo -> scorer.score(photo.embedding()).delta())
          .forEach(distribution::add);
    }
    return Findings.of(distribution);
  }

  /// Counts what each threshold would leave; copies and near duplicates are not set aside here.
  public List<Effect> effects(List<Double> thresholds, int require) throws IOException {
    var photos = new long[thresholds.size()];
    var items = new long[thresholds.size()];
    try (var all = catalog.items(space)) {
      all.forEach(item -> {
        var deltas =
            item.photos().stream()
                .mapToDouble(photo -> scorer.score(photo.embedding()).delta())
                .toArray();
        for (int i = 0; i < photos.length; i++) {
          double threshold = thresholds.get(i);
          long above = java.util.Arrays.stream(deltas).filter(d -> d > threshold).count();
          photos[i] += above;
          items[i] += above >= Math.max(1, require) ? 1 : 0;
        }
      });
    }
    var effects = new ArrayList<Effect>();
    for (int i = 0; i < photos.length; i++) {
      effects.add(new Effect(thresholds.get(i), photos[i], items[i]));
    }
    return effects;
  }
}
