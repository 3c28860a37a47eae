package dev.anmok.app.review;

import dev.anmok.core.pipeline.Reviews;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/// Draws photos of which the machine is sure, for people to check it by. Each verdict of the
/// machine has the same share of the drawing, as far as it has photos, because a rare one would
/// hardly be met otherwise; within a verdict every photo not drawn before has the same chance,
/// whether somebody looked at it or not. So each verdict's share of mistakes is estimated without
/// bias, and drawing twice gives one larger sample.
///
/// A drawing is one pass over a survey and holds the size of the drawing for each verdict, some 200
/// bytes a photo.
///
/// @param reviews where drawings are kept
/// @param opinions what the machine says
/// @param survey the same, of all photos
/// @param random where chance comes from
public record AuditSample(
    Reviews reviews, Opinions opinions, Survey survey, RandomGenerator random) {
  /// The most photos of a drawing.
  public static final int MAX_SIZE = 10_000;

  /// A photo with the lot that it drew; the smallest are taken.
  private record Lot(double number, Survey.Row row) {}

  /// Draws and remembers photos.
  ///
  /// @param size how many, 1 to [#MAX_SIZE]; fewer if there are not so many
  /// @return how many of each of the machine's verdicts were drawn
  public Map<String, Integer> draw(int size) throws IOException {
    if (size < 1 || size > MAX_SIZE) {
      throw new IllegalArgumentException(
          "an audit must have 1.." + MAX_SIZE + " photos, was " + size);
    }
    var before = before();
    var lots = new TreeMap<String, PriorityQueue<Lot>>();
    survey.forEach(row -> {
      if (row.measured() && !row.uncertain() && !before.contains(row.sha256())) {
        cast(lots, row, size);
      }
    });
    var drawn = new ArrayList<Reviews.Drawn>();
    for (var lot : taken(lots, size)) {
      drawn(lot.row().sha256()).ifPresent(drawn::add);
    }
    reviews.draw(opinions.subject(), drawn);
    var counts = new TreeMap<String, Integer>();
    drawn.forEach(
        each -> counts.merge(opinions.answers().word(each.machine().verdict()), 1, Integer::sum));
    return counts;
  }

  private Set<String> before() throws IOException {
    try (var drawn = reviews.drawn(opinions.subject(), opinions.version())) {
      return drawn.map(each -> each.photo().sha256()).collect(Collectors.toSet());
    }
  }

  private Optional<Reviews.Drawn> drawn(String sha256) throws IOException {
    var photo = reviews.photo(sha256, opinions.subject(), opinions.version());
    var opinion = photo.isEmpty() ? Optional.<Opinion>empty() : opinions.of(photo.get().photo());
    return opinion.map(said -> new Reviews.Drawn(sha256, said.machine()));
  }

  private void cast(Map<String, PriorityQueue<Lot>> lots, Survey.Row row, int size) {
    var kept =
        lots.computeIfAbsent(
            row.verdict(),
            _ -> new PriorityQueue<>(Comparator.comparingDouble(Lot::number).reversed()));
    kept.add(new Lot(random.nextDouble(), row));
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
