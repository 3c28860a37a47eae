package dev.anmok.core.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class FeedbackTest {
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

  private static Feedback of(FeedbackKind kind, int minute, String item) {
    return new Feedback(
        kind, NOON.plusSeconds(60L * minute), "kim", "", "", item, "", 0, Double.NaN, "");
  }

  private static Feedback by(String person, String shop, String answer) {
    return new Feedback(FeedbackKind.LIKED, NOON, person, shop, answer, "a", "", 0, Double.NaN, "");
  }

  @Test
  void anItemCountsOnceByTheLastOpinionOrElseByTheLastClick() {
    var newestFirst =
        List.of(
            of(FeedbackKind.CLICKED, 9, "a"),
            of(FeedbackKind.DISLIKED, 8, "a"),
            of(FeedbackKind.SHOWN, 8, "d"),
            of(FeedbackKind.CLICKED, 7, "b"),
            of(FeedbackKind.LIKED, 6, "a"),
            of(FeedbackKind.CLICKED, 5, "b"),
            of(FeedbackKind.LIKED, 4, "c"));

    assertThat(Feedback.tellingTaste(newestFirst))
        .containsExactly(
            of(FeedbackKind.DISLIKED, 8, "a"),
            of(FeedbackKind.CLICKED, 7, "b"),
            of(FeedbackKind.LIKED, 4, "c"));
  }

  @Test
  void idsAreOneLineOfBoundedLength() {
    by("k".repeat(128), "", "");
    assertThatThrownBy(() -> by("k".repeat(10_000), "", ""))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("person may have at most 128 characters, had 10000");
    assertThatThrownBy(() -> by("", "a\nb", "")).hasMessageContaining("shop must be in one line");
    assertThatThrownBy(() -> by("  ", "", "")).hasMessageContaining("not only spaces");
    assertThatThrownBy(() -> by("", "", "x".repeat(65))).hasMessageContaining("answer");
    assertThatThrownBy(() -> by("", "", ""))
        .hasMessage("feedback needs a person, a shop or an answer");
  }

  @Test
  void aCategoryGoesWithWrongCategoryOnly() {
    assertThatThrownBy(() -> of(FeedbackKind.WRONG_CATEGORY, 1, "a"))
        .hasMessageContaining("wrong-category");
    assertThatThrownBy(() ->
            new Feedback(FeedbackKind.LIKED, NOON, "kim", "", "", "a", "", 0, Double.NaN, "food"))
        .hasMessageContaining("wrong-category");
  }

  @Test
  void unknownKindsAreNamedShortly() {
    assertThat(FeedbackKind.parse("wrong-category")).isEqualTo(FeedbackKind.WRONG_CATEGORY);
    assertThatThrownBy(() -> FeedbackKind.parse("x".repeat(10_000)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "kind must be one of shown, clicked, liked, disliked, wrong-category, was '"
                + "x".repeat(40)
                + "…'");
  }

  @Test
  void feedbackNeedsSomethingThatItIsAbout() {
    assertThatThrownBy(() -> of(FeedbackKind.LIKED, 1, ""))
        .hasMessage("feedback needs an item or a photo");
  }
}
