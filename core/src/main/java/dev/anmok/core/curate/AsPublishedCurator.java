package dev.anmok.core.curate;

import dev.anmok.core.embed.Embedding;
import dev.anmok.core.score.Softmax;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/// The source project's old method, kept for comparison: candidates are the photos whose softmax
/// probability of the interior side is above that of the food side (if there are none, all photos
/// by interior probability), the centroid is the mean of the candidates' embeddings, and the best
/// by `0.6·interior + 0.4·cosine to the centroid` are chosen. It has no threshold and drops no item
/// that has a readable photo. Its known faults: probabilities depend on the rival prompts, and the
/// centroid term picks near-identical photos.
public final class AsPublishedCurator implements Curator {
  private static final double INTERIOR_WEIGHT = 0.6;
  private static final double CENTROID_WEIGHT = 0.4;

  private final int keep;
  private final Softmax interior;

  /// Chooses `keep` photos with a softmax over interior (positive) and food (negative) prompts.
  public AsPublishedCurator(int keep, Softmax interior) {
    this.keep = keep;
    this.interior = interior;
  }

  private record Scored(Candidate photo, double interior, double score) {}

  @Override
  public ItemDecision decide(ItemCandidates item) {
    var decisions = new ArrayList<PhotoDecision>();
    for (var photo : item.unreadable()) {
      decisions.add(
          new PhotoDecision(photo.uri(), 0, PhotoReason.UNREADABLE, photo.detail(), null));
    }
    var mood = ItemMood.of(item.photos());
    if (item.photos().isEmpty()) {
      var reason = item.total() > 0 ? ItemReason.ALL_UNREADABLE : ItemReason.TOO_FEW_IMAGES;
      var detail = "none of its " + item.total() + " files gave a picture";
      return new ItemDecision(item.item(), reason, detail, mood, decisions);
    }
    var ranked = rank(item.photos());
    for (int i = 0; i < ranked.size(); i++) {
      var scored = ranked.get(i);
      var detail =
          String.format(
              Locale.ROOT, "interior %.4f, final score %.4f", scored.interior, scored.score);
      boolean chosen = i < keep && !Double.isNaN(scored.score);
      decisions.add(
          new PhotoDecision(
              scored.photo.uri(),
              chosen ? i + 1 : 0,
              chosen
                  ? PhotoReason.REPRESENTATIVE
                  : Double.isNaN(scored.score)
                      ? PhotoReason.BELOW_THRESHOLD
                      : PhotoReason.NOT_SELECTED,
              detail,
              scored.photo.score()));
    }
    return new ItemDecision(item.item(), ItemReason.KEPT, "", mood, decisions);
  }

  @Override
  public int keep() {
    return keep;
  }

  @Override
  public Curator keeping(int other) {
    return new AsPublishedCurator(other, interior);
  }

  /// Candidates by final score, then the photos that are no candidates, with a score of NaN.
  private List<Scored> rank(List<Candidate> photos) {
    var all =
        photos.stream()
            .map(photo -> new Scored(photo, interior.positive(photo.embedding()), Double.NaN))
            .sorted(
                Comparator.comparingDouble((Scored s) -> -s.interior)
                    .thenComparing(s -> s.photo.uri()))
            .toList();
    var candidates = all.stream().filter(s -> s.interior > 0.5).toList();
    if (candidates.isEmpty()) {
      return all.stream().map(s -> new Scored(s.photo, s.interior, s.interior)).toList();
    }
    var centroid = centroid(candidates);
    var ranked =
        new ArrayList<>(
            candidates.stream()
                .map(s -> new Scored(s.photo, s.interior, score(s, centroid)))
                .sorted(
                    Comparator.comparingDouble((Scored s) -> -s.score)
                        .thenComparing(s -> s.photo.uri()))
                .toList());
    all.stream().filter(s -> !(s.interior > 0.5)).forEach(ranked::add);
    return ranked;
  }

  private static double score(Scored scored, Embedding centroid) {
    return INTERIOR_WEIGHT * scored.interior
        + CENTROID_WEIGHT * scored.photo.embedding().cosine(centroid);
  }

  private static Embedding centroid(List<Scored> candidates) {
    return Embedding.meanOf(candidates.stream().map(s -> s.photo.embedding()).toList());
  }
}
