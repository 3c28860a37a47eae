package dev.anmok.core.pipeline;

import static dev.anmok.core.pipeline.Samples.item;
import static dev.anmok.core.pipeline.Samples.processed;
import static dev.anmok.core.pipeline.Samples.sha;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// What the [FeedbackLog] of every [Catalog] does.
public interface FeedbackContract {
  Instant NOON = Instant.parse("2026-03-01T12:00:00.125Z");

  /// An empty catalog.
  Catalog open() throws IOException;

  /// Items a (photo 1), b (photo 2) and c (photo 3), and photo 4 of no item.
  private Catalog filled() throws IOException {
    var catalog = open();
    catalog.record(
        List.of(
            processed("/a", item("a", "A"), 1),
            processed("/b", item("b", "B"), 2),
            processed("/c", item("c", "C"), 3),
            processed("/d", null, 4)));
    return catalog;
  }

  private static Instant after(int seconds) {
    return NOON.plusSeconds(seconds);
  }

  private static Feedback said(
      FeedbackKind kind, int seconds, String person, String answer, String item) {
    return new Feedback(kind, after(seconds), person, "", answer, item, "", 0, Double.NaN, "");
  }

  private static Feedback liked(int seconds, String person, String item) {
    return said(FeedbackKind.LIKED, seconds, person, "", item);
  }

  private static List<Feedback> byAnswer(FeedbackLog log) throws IOException {
    try (var rows = log.byAnswer()) {
      return rows.toList();
    }
  }

  private static List<Feedback> byOwner(FeedbackLog log) throws IOException {
    try (var rows = log.byOwner()) {
      return rows.toList();
    }
  }

  @Test
  default void givesBackWhatWasStored() throws IOException {
    var shown =
        new Feedback(FeedbackKind.SHOWN, NOON, "kim", "성수점", "a1", "a", sha(1), 3, -0.125, "");
    var photo =
        new Feedback(FeedbackKind.CLICKED, NOON, "", "성수점", "a2", "", sha(4), 1, Double.NaN, "");
    var wrong =
        new Feedback(
            FeedbackKind.WRONG_CATEGORY, NOON, "", "", "a3", "b", "", 0, Double.NaN, "의류/상의");
    try (var catalog = filled()) {
      long generation = catalog.generation();
      assertThat(catalog.feedback().store(List.of(wrong, shown, photo))).isEqualTo(3);

      assertThat(byAnswer(catalog.feedback())).containsExactly(shown, photo, wrong);
      assertThat(byOwner(catalog.feedback())).containsExactlyInAnyOrder(shown, photo);
      assertThat(catalog.feedback().counts())
          .isEqualTo(
              Map.of(
                  FeedbackKind.SHOWN, 1L,
                  FeedbackKind.CLICKED, 1L,
                  FeedbackKind.WRONG_CATEGORY, 1L));
      assertThat(catalog.generation()).as("no index follows").isEqualTo(generation);
    }
  }

  @Test
  default void whatIsSentTwiceCountsOnce() throws IOException {
    try (var catalog = filled()) {
      var log = catalog.feedback();
      var once =
          List.of(
              said(FeedbackKind.CLICKED, 0, "kim", "a1", "a"),
              said(FeedbackKind.LIKED, 1, "kim", "a1", "a"));
      assertThat(log.store(once)).isEqualTo(2);
      assertThat(log.store(once)).isZero();
      assertThat(log.store(List.of(said(FeedbackKind.CLICKED, 9, "kim", "a1", "a")))).isZero();
      assertThat(byAnswer(log)).containsExactlyInAnyOrderElementsOf(once);

      assertThat(log.store(List.of(said(FeedbackKind.CLICKED, 0, "lee", "a1", "a")))).isEqualTo(1);
      assertThat(log.store(List.of(said(FeedbackKind.CLICKED, 0, "kim", "a2", "a")))).isEqualTo(1);
      assertThat(log.store(List.of(said(FeedbackKind.CLICKED, 0, "kim", "a1", "b")))).isEqualTo(1);
    }
  }

  @Test
  default void theLaterOpinionStands() throws IOException {
    var dislike = said(FeedbackKind.DISLIKED, 2, "kim", "", "a");
    try (var catalog = filled()) {
      assertThat(catalog.feedback().store(List.of(liked(1, "kim", "a"), dislike))).isEqualTo(2);
      assertThat(byAnswer(catalog.feedback())).containsExactly(dislike);
    }
  }

  @Test
  default void theLaterOpinionStandsAlsoIfItComesFirst() throws IOException {
    var dislike = said(FeedbackKind.DISLIKED, 2, "kim", "", "a");
    try (var catalog = filled()) {
      assertThat(catalog.feedback().store(List.of(dislike, liked(1, "kim", "a")))).isEqualTo(1);
      assertThat(byAnswer(catalog.feedback())).containsExactly(dislike);
    }
  }

  @Test
  default void recentIsOneOwnersTasteNewestFirst() throws IOException {
    try (var catalog = filled()) {
      var log = catalog.feedback();
      var atShop =
          new Feedback(FeedbackKind.LIKED, after(4), "kim", "s", "a9", "c", "", 0, Double.NaN, "");
      var clicked = said(FeedbackKind.CLICKED, 3, "kim", "a1", "b");
      var other = liked(5, "lee", "a");
      var shown =
          new Feedback(FeedbackKind.SHOWN, after(6), "kim", "s", "a9", "c", sha(3), 1, 0.5, "");
      log.store(List.of(liked(2, "kim", "a"), atShop, other, clicked, shown));

      assertThat(log.recent(FeedbackOwner.person("kim"), 10))
          .containsExactly(atShop, clicked, liked(2, "kim", "a"));
      assertThat(log.recent(FeedbackOwner.person("kim"), 2)).containsExactly(atShop, clicked);
      assertThat(log.recent(FeedbackOwner.shop("s"), 10)).containsExactly(atShop);
      assertThat(log.recent(FeedbackOwner.shop("kim"), 10)).isEmpty();
      assertThat(log.recent(FeedbackOwner.person("nobody"), 10)).isEmpty();
    }
  }

  @Test
  default void oneOwnersRowsStandTogetherInOrderOfTime() throws IOException {
    try (var catalog = filled()) {
      var log = catalog.feedback();
      var shop =
          new Feedback(FeedbackKind.LIKED, after(3), "", "s", "", "a", "", 0, Double.NaN, "");
      log.store(
          List.of(
              liked(5, "kim", "b"),
              shop,
              liked(4, "lee", "a"),
              liked(1, "kim", "a"),
              liked(2, "lee", "c")));

      var rows = byOwner(log);
      assertThat(rows).hasSize(5);
      assertThat(rows.stream().filter(row -> row.person().equals("kim")))
          .containsExactly(liked(1, "kim", "a"), liked(5, "kim", "b"));
      var owners = rows.stream().map(row -> row.person() + "|" + row.shop()).toList();
      int runs = 1;
      for (int i = 1; i < owners.size(); i++) {
        runs += owners.get(i).equals(owners.get(i - 1)) ? 0 : 1;
      }
      assertThat(runs).isEqualTo(3);
    }
  }

  @Test
  default void aPersonIsForgottenAndNobodyElse() throws IOException {
    try (var catalog = filled()) {
      var log = catalog.feedback();
      log.store(List.of(liked(1, "kim", "a"), liked(2, "lee", "a"), liked(3, "kim", "b")));

      assertThat(log.forget("kim")).isEqualTo(2);
      assertThat(log.forget("kim")).isZero();
      assertThat(byOwner(log)).containsExactly(liked(2, "lee", "a"));
      assertThat(log.store(List.of(liked(1, "kim", "a"), liked(2, "lee", "a")))).isEqualTo(1);
      assertThat(log.recent(FeedbackOwner.person("kim"), 9)).containsExactly(liked(1, "kim", "a"));
    }
  }

  @Test
  default void whatIsOldIsForgotten() throws IOException {
    try (var catalog = filled()) {
      var log = catalog.feedback();
      log.store(List.of(liked(1, "kim", "a"), liked(2, "lee", "a"), liked(3, "kim", "b")));

      assertThat(log.forgetBefore(after(2))).isEqualTo(1);
      assertThat(byOwner(log))
          .containsExactlyInAnyOrder(liked(2, "lee", "a"), liked(3, "kim", "b"));
    }
  }

  @Test
  default void unknownItemsAndPhotosAreRefusedAndNothingOfTheirBatchIsStored() throws IOException {
    try (var catalog = filled()) {
      var log = catalog.feedback();
      assertThatThrownBy(() -> log.store(List.of(liked(1, "kim", "a"), liked(1, "kim", "z"))))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("there is no item z");
      var photo =
          new Feedback(FeedbackKind.CLICKED, NOON, "kim", "", "a1", "", sha(9), 1, Double.NaN, "");
      assertThatThrownBy(() -> log.store(List.of(liked(1, "kim", "a"), photo)))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("there is no photo " + sha(9));
      assertThat(byAnswer(log)).isEmpty();
    }
  }
}
