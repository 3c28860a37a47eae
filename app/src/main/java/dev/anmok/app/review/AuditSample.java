package dev.anmok.app.review;

import dev.anmok.core.pipeline.PhotoInReview;
import dev.anmok.core.pipeline.Reviews;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.TreeMap;
import java.util.random.RandomGenerator;

/// Draws photos of whose blur the machine is sure, for people to check it by. Each verdict of the
/// machine has the same share of the drawing, as far as it has photos, because a rare one would
/// hardly be met otherwise; within a verdict every photo not drawn before has the same chance,
/// whether somebody looked at it or not. So each verdict's share of mistakes is estimated without
/// bias, and drawing twice gives one larger sample.
///
/// A drawing is one pass over the catalog and holds the size of the drawing for each verdict, some
/// 300 bytes a photo.
///
/// @param reviews where drawings are kept
/// @param opinions what the machine says
/// @param random where chance comes from
public record AuditSample(Reviews reviews, BlurOpinions opinions, RandomGenerator random) {
  /// The most photos of a drawing.
  public static final int MAX_SIZE = 10_000;

  /// A photo with the lot that it drew; the smallest are taken.
  private record Lot(double number, Reviews.Drawn drawn) {}

  /// Draws and remembers photos.
  ///
  /// @param size how many, 1 to [#MAX_SIZE]; fewer if there are not so many
  /// @return how many of each of the machine's verdicts were drawn
  public Map<String, Integer> draw(int size) throws IOException {
    if (size < 1 || size > MAX_SIZE) {
      throw new IllegalArgumentException(
          "an audit must have 1.." + MAX_SIZE + " photos, was " + size);
    }
    var lots = new TreeMap<String, PriorityQueue<Lot>>();
    try (var photos = reviews.photos(Subject.BLUR.code(), opinions.version())) {
      photos.filter(photo -> photo.drawn().isEmpty()).forEach(photo -> cast(lots, photo, size));
    }
    var taken = taken(lots, size);
    reviews.draw(Subject.BLUR.code(), taken.stream().map(Lot::drawn).toList());
    var counts = new TreeMap<String, Integer>();
    taken.forEach(lot -> counts.merge(lot.drawn().machine().verdict(), 1, Integer::sum));
    return counts;
  }

  private void cast(Map<String, PriorityQueue<Lot>> lots, PhotoInReview photo, int size) {
    var opinion = opinions.of(photo.photo()).filter(said -> !said.uncertain());
    if (opinion.isEmpty()) {
      return;
    }
    var machine = opinion.get().machine();
    var kept =
        lots.computeIfAbsent(
            machine.verdict(),
            _ -> new PriorityQueue<>(Comparator.comparingDouble(Lot::number).reversed()));
    var drawn = new Reviews.Drawn(photo.photo().sha256(), machine);
    kept.add(new Lot(random.nextDouble(), drawn));
    if (kept.size() > size) {
      kept.poll();
    }
  }

  /// Shares the places out, the verdicts with the fewest photos first, so that what they leave goes
  /// to the others.
  private static List<Lot> taken(Map<String, PriorityQueue<Lot>> lots, int size) {
    var verdicts = new ArrayList<>(lots.values());
    verdicts.sort(Comparator.comparingInt(PriorityQueue::size));
    var taken = new ArrayList<Lot>();
    for (int i = 0; i < verdicts.size(); i++) {
      int left = verdicts.size() - i;
      int share = (size - taken.size() + left - 1) / left;
      verdicts.get(i).stream()
          .sorted(Comparator.comparingDouble(Lot::number))
          .limit(Math.min(share, size - taken.size()))
          .forEach(taken::add);
    }
    return taken;
  }
}
