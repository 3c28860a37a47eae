package dev.anmok.core.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.anmok.core.pipeline.Feedback;
import dev.anmok.core.pipeline.FeedbackKind;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class FeedbackReportTest {
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

  private static Feedback row(
      FeedbackKind kind, String person, String answer, String item, int position, String right) {
    return new Feedback(kind, NOON, person, "", answer, item, "", position, Double.NaN, right);
  }

  private static Feedback row(FeedbackKind kind, String person, String answer, String item) {
    return row(kind, person, answer, item, 0, "");
  }

  @Test
  void countsRatesByPositionOpinionsAndWrongCategories() {
    var rows =
        List.of(
            row(FeedbackKind.DISLIKED, "kim", "", "z"),
            row(FeedbackKind.DISLIKED, "lee", "", "z"),
            row(FeedbackKind.LIKED, "park", "", "z"),
            row(FeedbackKind.SHOWN, "kim", "1", "a", 1, ""),
            row(FeedbackKind.SHOWN, "kim", "1", "b", 2, ""),
            row(FeedbackKind.CLICKED, "kim", "1", "a"),
            row(FeedbackKind.CLICKED, "lee", "1", "a"), // the same hit once more
            row(FeedbackKind.LIKED, "kim", "1", "b"),
            row(FeedbackKind.SHOWN, "kim", "2", "b", 1, ""),
            row(FeedbackKind.CLICKED, "kim", "2", "c"), // was not shown
            row(FeedbackKind.WRONG_CATEGORY, "kim", "2", "b", 0, "tops"),
            row(FeedbackKind.WRONG_CATEGORY, "lee", "2", "b", 0, "tops"),
            row(FeedbackKind.DISLIKED, "lee", "2", "b"));

    var report = FeedbackReport.of(rows.iterator(), _ -> "shoes");

    assertThat(report.counts())
        .containsEntry(FeedbackKind.SHOWN, 3L)
        .containsEntry(FeedbackKind.CLICKED, 3L)
        .containsEntry(FeedbackKind.LIKED, 2L)
        .containsEntry(FeedbackKind.DISLIKED, 3L)
        .containsEntry(FeedbackKind.WRONG_CATEGORY, 2L);
    assertThat(report.answers()).isEqualTo(2);
    assertThat(report.positions())
        .containsExactly(
            new FeedbackReport.Position(1, new Proportion(1, 2), new Proportion(0, 2)),
            new FeedbackReport.Position(2, new Proportion(0, 1), new Proportion(1, 1)));
    assertThat(report.satisfaction()).isEqualTo(new Proportion(2, 5));
    assertThat(report.disliked())
        .containsExactly(
            new FeedbackReport.Disliked("item z", new Proportion(2, 3)),
            new FeedbackReport.Disliked("item b", new Proportion(1, 2)));
    assertThat(report.wrong()).containsExactly(new FeedbackReport.Wrong("shoes", "tops", 2));
  }

  @Test
  void anEmptyLogHasZeroes() {
    var report = FeedbackReport.of(List.<Feedback>of().iterator(), _ -> "");
    assertThat(report.answers()).isZero();
    assertThat(report.positions()).isEmpty();
    assertThat(report.counts()).containsEntry(FeedbackKind.LIKED, 0L);
    assertThat(report.satisfaction().trials()).isZero();
  }
}
