package dev.anmok.app.threshold;

import dev.anmok.core.embed.TextDigest;
import dev.anmok.core.evaluate.LabelledScore;
import dev.anmok.core.evaluate.StratifiedLabels;
import dev.anmok.core.pipeline.Catalog;
import dev.anmok.core.pipeline.PhotoInReview;
import dev.anmok.core.pipeline.Review;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// The present sample of a lens: at most some hundred photos, with what people said of them.
///
/// @param drawing how it was drawn
/// @param photos in the order in which people are asked: each range once, in an order by chance,
///   then each once more, so that the place of a photo tells nothing, and whoever stops early has
///   labels of every range
public record LensSample(Drawing drawing, List<Sampled> photos) {
  /// A photo of a sample.
  ///
  /// @param photo the photo, with what was said of it
  /// @param range its range of delta
  /// @param delta its delta
  public record Sampled(PhotoInReview photo, int range, double delta) {
    /// Whether it shows what is sought; empty while nobody decided.
    public Optional<Boolean> wanted() {
      return photo.decision().map(review -> review.verdict().equals(LabelDesk.GOOD));
    }

    /// Its id.
    public String sha256() {
      return photo.photo().sha256();
    }
  }

  public LensSample {
    photos = List.copyOf(photos);
  }

  /// The present sample of a lens, if one was drawn.
  public static Optional<LensSample> load(Catalog catalog, LensMark mark) throws IOException {
    var drawing = Drawing.load(catalog, mark);
    if (drawing.isEmpty()) {
      return Optional.empty();
    }
    var version = drawing.get().version();
    try (var drawn = catalog.reviews().drawn(mark.subject(), version)) {
      return Optional.of(
          new LensSample(drawing.get(), ordered(drawn.map(LensSample::of).toList())));
    }
  }

  /// Whether samples of a lens were drawn, but none for this mark.
  public static boolean drawnElsewhere(Catalog catalog, LensMark mark) throws IOException {
    return Drawing.load(catalog, mark).isEmpty() && Drawing.any(catalog, mark.lens());
  }

  private static Sampled of(PhotoInReview photo) {
    var machine = photo.drawn().orElseThrow();
    return new Sampled(photo, SampleDraw.range(machine), machine.score());
  }

  private record Turn(int round, String number, Sampled photo) {}

  private static List<Sampled> ordered(List<Sampled> photos) {
    var byChance = new ArrayList<Turn>();
    photos.forEach(photo -> byChance.add(new Turn(0, number(photo), photo)));
    byChance.sort(Comparator.comparing(Turn::number));
    var turns = new ArrayList<Turn>();
    var rounds = new java.util.HashMap<Integer, Integer>();
    for (var turn : byChance) {
      int round = rounds.merge(turn.photo().range(), 1, Integer::sum);
      turns.add(new Turn(round, turn.number(), turn.photo()));
    }
    turns.sort(Comparator.comparingInt(Turn::round).thenComparing(Turn::number));
    return turns.stream().map(Turn::photo).toList();
  }

  /// Chance that does not depend on the one by which photos are drawn.
  private static String number(Sampled photo) {
    return TextDigest.sha256("turn " + photo.sha256());
  }

  /// What people decided, as an estimate takes it. Photos that were skipped, or that nobody has
  /// seen yet, count as if they had not been drawn.
  public StratifiedLabels labels() {
    var labels =
        IntStream.range(0, drawing.sizes().size())
            .mapToObj(_ -> (List<LabelledScore>) new ArrayList<LabelledScore>())
            .toList();
    for (var each : photos) {
      each.wanted()
          .ifPresent(
              wanted -> labels.get(each.range()).add(new LabelledScore(each.delta(), wanted)));
    }
    return new StratifiedLabels(
        IntStream.range(0, labels.size())
            .mapToObj(i -> new StratifiedLabels.Range(drawing.sizes().get(i), labels.get(i)))
            .toList());
  }

  /// How far the labelling is.
  public Progress progress() {
    return new Progress(
        photos.size(),
        count(each -> each.wanted().equals(Optional.of(true))),
        count(each -> each.wanted().equals(Optional.of(false))),
        count(each -> each.photo().standing().filter(said -> !said.decided()).isPresent()));
  }

  private int count(java.util.function.Predicate<Sampled> which) {
    return (int) photos.stream().filter(which).count();
  }

  /// Photos of a sample by what people said.
  ///
  /// @param size all of them
  /// @param good show what is sought
  /// @param bad do not
  /// @param skipped somebody looked and did not decide
  public record Progress(int size, int good, int bad, int skipped) {
    /// Those that somebody decided about.
    public int labelled() {
      return good + bad;
    }

    /// Those that nobody has looked at.
    public int waiting() {
      return size - labelled() - skipped;
    }
  }

  /// The label of a photo that counts, or a skip.
  static Optional<Review> label(Sampled photo) {
    return photo.photo().standing();
  }
}
