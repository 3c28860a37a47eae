package dev.anmok.app.threshold;

import dev.anmok.app.workspace.Session;
import dev.anmok.core.curate.Candidate;
import dev.anmok.core.curate.DeltaCurator;
import dev.anmok.core.curate.ItemCandidates;
import dev.anmok.core.evaluate.Strata;
import dev.anmok.core.pipeline.ItemPhotos;
import dev.anmok.core.score.ContrastScorer;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;

/// How many pictures and items each threshold would leave: exact numbers, found once for all
/// thresholds. Eight bytes a picture and an item.
final class LensReach {
  private final double[] pictures;
  private final double[] items;

  private LensReach(double[] pictures, double[] items) {
    this.pictures = pictures;
    this.items = items;
  }

  /// Counts, in one pass over the catalog.
  static LensReach of(LensPictures pictures, Session session, ContrastScorer scorer)
      throws IOException {
    var profile = session.profile();
    var catalog = session.workspace().catalog();
    try (var items = catalog.items(session.pack().space())) {
      var limits =
          items
              .flatMapToDouble(
                  item -> DeltaCurator.keptUnder(candidates(item, scorer), profile.rule()).stream())
              .toArray();
      Arrays.sort(limits);
      return new LensReach(pictures.sorted(), limits);
    }
  }

  private static ItemCandidates candidates(ItemPhotos item, ContrastScorer scorer) {
    var photos =
        item.photos().stream()
            .map(photo ->
                new Candidate(
                    photo.uri(),
                    photo.photo().sha256(),
                    photo.photo().facts(),
                    photo.photo().measures(),
                    photo.photo().detailOrNull(),
                    photo.embedding(),
                    scorer.score(photo.embedding())))
            .toList();
    return new ItemCandidates(item.item().id(), photos, List.of());
  }

  /// Different pictures in all.
  int pictures() {
    return pictures.length;
  }

  /// Different pictures over a threshold.
  int pictures(double threshold) {
    return pictures.length - Strata.rank(pictures, threshold);
  }

  /// Items that are kept by a threshold.
  int items(double threshold) {
    return items.length - Strata.rank(items, threshold);
  }
}
