package dev.anmok.app.review;

import static dev.anmok.app.review.ScoredPhotos.scored;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.anmok.core.evaluate.Proportion;
import dev.anmok.core.pipeline.MachineVerdict;
import dev.anmok.core.pipeline.Review;
import dev.anmok.core.pipeline.Reviews;
import dev.anmok.sqlite.SqliteCatalog;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What people say of copies: the queue, answers, the report.
class CopyWordTest {
  private static final CopyGroups COPIES =
      new CopyGroups(
          "0123456789ab",
          List.of(group(1, copy(2, 0.99), copy(3, 0.97)), group(14, copy(15, 0.91))));

  @TempDir Path folder;
  private Optional<SqliteCatalog> opened = Optional.empty();
  private Instant now = Instant.parse("2026-03-01T09:00:00Z");

  /// Digests whose first halves differ, unlike those of small numbers.
  private static String id(int n) {
    return ("%016x".formatted(n) + "0".repeat(48)).substring(0, 64);
  }

  private static CopyGroup.Copy copy(int n, double cosine) {
    return new CopyGroup.Copy(name(n), "/" + n, "near", cosine, 3);
  }

  private static String name(int n) {
    return id(n).substring(0, 32);
  }

  private static CopyGroup group(int keeper, CopyGroup.Copy... others) {
    var all = new java.util.ArrayList<>(List.of(copy(keeper, 1)));
    all.addAll(List.of(others));
    return CopyGroup.of("near", "sharper: 9 against 5", all);
  }

  @BeforeEach
  void open() throws IOException {
    var catalog = SqliteCatalog.open(folder.resolve("catalog.sqlite"));
    for (int n : List.of(1, 2, 3, 4, 14, 15)) {
      catalog.record(List.of(ScoredPhotos.called(scored("/" + n, "", n, 0), id(n))));
    }
    opened = Optional.of(catalog);
  }

  @AfterEach
  void close() throws IOException {
    opened.orElseThrow().close();
  }

  private Reviews reviews() {
    return opened.orElseThrow().reviews();
  }

  private List<Review> say(int photo, String verdict, List<Integer> fold, List<Integer> separate)
      throws IOException {
    now = now.plusSeconds(1);
    var answer = new CopyDesk.Answer(id(photo), verdict, ids(fold), ids(separate), "kim");
    return new CopyDesk(reviews(), COPIES, () -> now).say(answer);
  }

  private static List<String> ids(List<Integer> numbers) {
    return numbers.stream().map(CopyWordTest::id).toList();
  }

  private CopyQueue.Page page() throws IOException {
    return new CopyQueue(reviews(), COPIES).page(null, 10);
  }

  /// The numbers of the photos of each group in the queue, the one to keep first.
  private List<List<Integer>> queue() throws IOException {
    return page().groups().stream()
        .map(
            queued -> queued.open().map(copy -> Integer.parseInt(copy.uri().substring(1))).toList())
        .toList();
  }

  @Test
  void groupsThatAreLeastAlikeComeFirstAndSkippedOnesLast() throws IOException {
    assertThat(queue()).containsExactly(List.of(14, 15), List.of(1, 2, 3));
    say(14, "skip", List.of(), List.of());

    assertThat(queue()).containsExactly(List.of(1, 2, 3), List.of(14, 15));
    assertThat(page().lengths()).isEqualTo(new QueuePage.Lengths(0, 1, 1, 0));
    var first = new CopyQueue(reviews(), COPIES).page(null, 1);
    assertThat(first.groups()).hasSize(1);
    var after = QueuePlace.parse(first.next().orElseThrow().toString());
    assertThat(new CopyQueue(reviews(), COPIES).page(after, 1).groups()).hasSize(1);
  }

  @Test
  void aGroupLeavesTheQueueWhenEveryPhotoIsAnsweredForAndComesBackWithANewOne() throws IOException {
    var said = say(2, "keep", List.of(1), List.of(3));
    assertThat(said).extracting(Review::verdict).containsExactly("keep", "fold", "separate");
    assertThat(said.get(1).machine())
        .contains(new MachineVerdict("keep", "duplicates", "0123456789ab", 1));
    assertThat(queue()).containsExactly(List.of(14, 15));

    var joined = new CopyGroups("v", List.of(group(1, copy(2, 0.99), copy(4, 0.95))));
    var page = new CopyQueue(reviews(), joined).page(null, 10);
    var outcome = page.groups().getFirst().outcome();
    assertThat(outcome.keeper()).isEqualTo(name(2));
    assertThat(outcome.by()).isEqualTo("kim");
    assertThat(page.groups().getFirst().open().map(CopyGroup.Copy::photo))
        .containsExactly(name(2), name(4), name(1));
  }

  @Test
  void aPhotoToldApartFromOneMayStillBeACopyOfAThird() throws IOException {
    say(14, "separate", List.of(), List.of(15));
    assertThat(queue()).containsExactly(List.of(1, 2, 3));

    var other = new CopyGroups("v", List.of(group(4, copy(15, 0.99))));
    assertThat(new CopyQueue(reviews(), other).page(null, 10).groups()).hasSize(1);
  }

  @Test
  void anAnswerIsTakenBackWhole() throws IOException {
    var said = say(2, "keep", List.of(1), List.of(3));
    assertThat(reviews().undoBreath("duplicates", "kim")).isEqualTo(said);
    assertThat(queue()).hasSize(2);
  }

  @Test
  void theReportSaysHowOftenPeopleAgree() throws IOException {
    say(1, "keep", List.of(2), List.of(3));
    say(15, "keep", List.of(14), List.of());
    var report = CopyReport.of(reviews(), COPIES);

    assertThat(report.groups()).isEqualTo(2);
    assertThat(report.waiting()).isZero();
    assertThat(report.keeper()).isEqualTo(new Proportion(1, 2)); // 1 was proposed, 15 was not
    assertThat(report.copies()).isEqualTo(new Proportion(2, 3)); // 2 and 15, not 3
    assertThat(report.standing()).isEqualTo(Map.of("keep", 2L, "fold", 2L, "separate", 1L));
    assertThat(report.reviews()).isEqualTo(Map.of("kim", 5L));
    var retuned = CopyReport.of(reviews(), new CopyGroups("another", COPIES.groups()));
    assertThat(retuned.keeper().trials()).isZero();
  }

  @Test
  void answersThatMakeNoSenseAreRefused() {
    for (var wrong :
        Map.of(
                "keep needs", List.of("keep"),
                "separate needs", List.of("separate"),
                "verdict must be one of keep, separate, skip", List.of("delete"))
            .entrySet()) {
      assertThatThrownBy(() -> say(1, wrong.getValue().getFirst(), List.of(), List.of()))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining(wrong.getKey());
    }
    assertThatThrownBy(() -> say(1, "skip", List.of(2), List.of())).hasMessageContaining("a skip");
    assertThatThrownBy(() -> say(1, "keep", List.of(2, 2), List.of()))
        .hasMessageContaining("named twice");
    assertThatThrownBy(() -> say(1, "keep", List.of(77), List.of()))
        .hasMessageContaining("there is no photo");
  }
}
