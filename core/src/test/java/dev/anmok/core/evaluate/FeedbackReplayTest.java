package dev.anmok.core.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.anmok.core.embed.Embedding;
import dev.anmok.core.embed.VectorSpace;
import dev.anmok.core.pipeline.Feedback;
import dev.anmok.core.pipeline.FeedbackKind;
import dev.anmok.core.search.Reaction;
import dev.anmok.core.search.Spread;
import dev.anmok.core.search.SubQuery;
import dev.anmok.core.search.TasteRule;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// Items are called by their kind and a number; those of a kind lie on one axis of the space.
class FeedbackReplayTest {
  private static final VectorSpace SPACE = new VectorSpace("fake", "00", "none", "none", 3);
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
  private static final TasteRule RULE = new TasteRule(0.2, Duration.ofDays(30), 10, 2);

  /// A cosine of 1 with a taste is a full match, one of 0 is what any photo has.
  private static final Spread SPREAD = new Spread(0, 0.2);

  private static final class Kinds implements FeedbackReplay.Looks {
    private static Embedding looks(Feedback row) {
      var values = new float[3];
      values["abc".indexOf(row.item().charAt(0))] = 1;
      return Embedding.normalize(SPACE, values);
    }

    @Override
    public List<Reaction> reactions(List<Feedback> telling) {
      return telling.stream()
          .map(row -> new Reaction(looks(row), row.kind().worth(), row.at()))
          .toList();
    }

    @Override
    public double[] cosines(SubQuery.Taste taste, List<Feedback> shown) {
      return shown.stream().mapToDouble(row -> taste.vector().cosine(looks(row))).toArray();
    }
  }

  private static ReplayFigures replay(List<Feedback> rows) throws IOException {
    return new FeedbackReplay(RULE, _ -> SPREAD, new Kinds()).run(rows::stream);
  }

  private static Feedback row(
      FeedbackKind kind, int minute, String person, String answer, String item, int position) {
    double score = kind == FeedbackKind.SHOWN ? 1 - 0.1 * position : Double.NaN;
    return new Feedback(
        kind, NOON.plusSeconds(60L * minute), person, "", answer, item, "", position, score, "");
  }

  /// Shows items at scores 0.9, 0.8, … and says what was clicked a minute later.
  private static List<Feedback> answer(
      int minute, String person, String answer, List<String> items, String clicked) {
    var rows = new ArrayList<Feedback>();
    for (int i = 0; i < items.size(); i++) {
      rows.add(row(FeedbackKind.SHOWN, minute, person, answer, items.get(i), i + 1));
    }
    rows.add(row(FeedbackKind.CLICKED, minute + 1, person, answer, clicked, 0));
    return rows;
  }

  /// Two likes of kind a; then c1, b1, a9 are shown and a9 is clicked. a9 rises by 0.2 to 0.9, the
  /// score of c1, which stays before it: equal scores keep their order. So the rank goes from 3 to
  /// 2.
  @Test
  void aTasteFromEarlierLikesLiftsWhatWasClicked() throws IOException {
    var rows = new ArrayList<Feedback>();
    rows.add(row(FeedbackKind.LIKED, 0, "kim", "", "a1", 0));
    rows.add(row(FeedbackKind.LIKED, 1, "kim", "", "a2", 0));
    rows.addAll(answer(2, "kim", "x", List.of("c1", "b1", "a9"), "a9"));

    var figures = replay(rows);

    assertThat(figures.answers()).isEqualTo(1);
    assertThat(figures.compared()).isEqualTo(1);
    assertThat(figures.owners()).isEqualTo(1);
    assertThat(figures.reciprocalRank().before()).isCloseTo(1 / 3.0, within(1e-12));
    assertThat(figures.reciprocalRank().after()).isCloseTo(1 / 2.0, within(1e-12));
    // One relevant hit: nDCG is 1 / log2(rank + 1).
    assertThat(figures.discountedGain().before()).isCloseTo(0.5, within(1e-12));
    assertThat(figures.discountedGain().after())
        .isCloseTo(Math.log(2) / Math.log(3), within(1e-12));
    assertThat(figures.verdict()).isEqualTo(ReplayFigures.Verdict.TOO_FEW);
  }

  @Test
  void whatCameOfTheAnswerOrAfterItIsNotKnown() throws IOException {
    var rows = new ArrayList<Feedback>();
    rows.add(row(FeedbackKind.LIKED, 0, "kim", "", "a1", 0));
    rows.addAll(answer(2, "kim", "x", List.of("b1", "a9"), "a9"));
    rows.add(row(FeedbackKind.LIKED, 2, "kim", "", "a2", 0)); // at the very time
    rows.add(row(FeedbackKind.LIKED, 5, "kim", "", "a3", 0));

    var figures = replay(rows);

    assertThat(figures.answers()).isEqualTo(1);
    assertThat(figures.compared()).isZero();
  }

  @Test
  void anotherPersonsTasteDoesNotCount() throws IOException {
    var rows = new ArrayList<Feedback>();
    rows.add(row(FeedbackKind.LIKED, 0, "kim", "", "a1", 0));
    rows.add(row(FeedbackKind.LIKED, 1, "kim", "", "a2", 0));
    rows.addAll(answer(2, "lee", "x", List.of("b1", "a9"), "a9"));

    assertThat(replay(rows).compared()).isZero();
  }

  @Test
  void answersWithoutScoresOrOutOfTheirOrderAreNotCompared() throws IOException {
    var rows = new ArrayList<Feedback>();
    rows.add(row(FeedbackKind.LIKED, 0, "kim", "", "a1", 0));
    rows.add(row(FeedbackKind.LIKED, 1, "kim", "", "a2", 0));
    rows.add(
        new Feedback(
            FeedbackKind.SHOWN, NOON.plusSeconds(99), "kim", "", "n", "b1", "", 1, Double.NaN, ""));
    rows.add(row(FeedbackKind.CLICKED, 3, "kim", "n", "b1", 0));
    for (int position = 1; position <= 2; position++) {
      rows.add(
          new Feedback(
              FeedbackKind.SHOWN,
              NOON.plusSeconds(999),
              "kim",
              "",
              "r",
              "b" + position,
              "",
              position,
              0.1 * position,
              ""));
    }
    rows.add(row(FeedbackKind.CLICKED, 30, "kim", "r", "b1", 0));

    var figures = replay(rows);

    assertThat(figures.answers()).isEqualTo(2);
    assertThat(figures.withoutScores()).isEqualTo(1);
    assertThat(figures.reordered()).isEqualTo(1);
    assertThat(figures.compared()).isZero();
  }

  /// People look thirty times; they click the first hit that pleases them, or any.
  private static List<Feedback> people(int people, boolean choosy, int seed) {
    var random = new Random(seed);
    var rows = new ArrayList<Feedback>();
    for (int p = 0; p < people; p++) {
      char kind = "abc".charAt(p % 3);
      for (int a = 0; a < 30; a++) {
        var items = new ArrayList<String>();
        for (int i = 0; i < 8; i++) {
          items.add("" + "abc".charAt(random.nextInt(3)) + i);
        }
        var wanted = items.stream().filter(item -> item.charAt(0) == kind).findFirst();
        var any = items.get(random.nextInt(items.size()));
        rows.addAll(
            answer(10 * a, "p" + p, "p" + p + "a" + a, items, choosy ? wanted.orElse(any) : any));
      }
    }
    return rows;
  }

  @Test
  void helpsPeopleWhoHaveATaste() throws IOException {
    var figures = replay(people(40, true, 7));

    assertThat(figures.owners()).isEqualTo(40);
    assertThat(figures.reciprocalRank().difference().low()).isPositive();
    assertThat(figures.weighedRank().difference().low()).isPositive();
    assertThat(figures.verdict()).isEqualTo(ReplayFigures.Verdict.HELPED);
  }

  /// Intervals at 95 % miss one time in twenty: of twenty-five logs more than four would be odd.
  @Test
  void rarelySaysAnythingOfPeopleWhoClickAnything() throws IOException {
    int said = 0;
    for (int seed = 0; seed < 25; seed++) {
      var verdict = replay(people(20, false, seed)).verdict();
      said += verdict == ReplayFigures.Verdict.NO_DIFFERENCE ? 0 : 1;
    }
    assertThat(said).isLessThanOrEqualTo(4);
  }

  /// Whoever clicks the first hit whatever it is says nothing of any other: at their face value the
  /// clicks speak against every other order, weighed by place they do not.
  @Test
  void clicksThatGoByThePlaceAloneAreNotHeldAgainstATaste() throws IOException {
    var random = new Random(3);
    var rows = new ArrayList<Feedback>();
    for (int p = 0; p < 40; p++) {
      for (int a = 0; a < 30; a++) {
        var items = new ArrayList<String>();
        for (int i = 0; i < 4; i++) {
          items.add("" + "abc".charAt(random.nextInt(3)) + i);
        }
        int place = random.nextInt(2) * random.nextInt(2) * random.nextInt(4); // mostly the first
        rows.addAll(answer(10 * a, "p" + p, "p" + p + "a" + a, items, items.get(place)));
      }
    }

    var figures = replay(rows);

    assertThat(figures.reciprocalRank().difference().high()).isNegative();
    assertThat(figures.weighedRank().difference().low()).isNegative();
    assertThat(figures.weighedRank().difference().high()).isPositive();
    assertThat(figures.verdict()).isEqualTo(ReplayFigures.Verdict.NO_DIFFERENCE);
  }

  /// Of three answers the first hit was clicked twice and the third once: rates of 2.5 and 1.5 in 4
  /// (with half a click and one showing more), so that the one click weighs 5/3. It went from place
  /// 3 to 2; the others stayed at the first.
  @Test
  void clicksAreWeighedByHowRarelyTheirPlaceIsClicked() throws IOException {
    var rows = new ArrayList<Feedback>();
    rows.add(row(FeedbackKind.LIKED, 0, "kim", "", "a1", 0));
    rows.add(row(FeedbackKind.LIKED, 1, "kim", "", "a2", 0));
    rows.add(row(FeedbackKind.LIKED, 2, "kim", "", "a3", 0));
    rows.addAll(answer(10, "kim", "x", List.of("c1", "b1", "a9"), "a9"));
    rows.addAll(answer(20, "kim", "y", List.of("c1", "b1", "a9"), "c1"));
    rows.addAll(answer(30, "kim", "z", List.of("c1", "b1", "a9"), "c1"));

    var change = replay(rows).weighedRank();

    double all = 5 / 3.0 + 1 + 1;
    assertThat(change.before()).isCloseTo((5 / 3.0 / 3 + 1 + 1) / all, within(1e-12));
    assertThat(change.after()).isCloseTo((5 / 3.0 / 2 + 1 + 1) / all, within(1e-12));
  }

  @Test
  void anEmptyLogHasNoFigures() throws IOException {
    var figures = replay(List.of());
    assertThat(figures.answers()).isZero();
    assertThat(figures.reciprocalRank().before()).isNaN();
    assertThat(figures.verdict()).isEqualTo(ReplayFigures.Verdict.TOO_FEW);
  }
}
