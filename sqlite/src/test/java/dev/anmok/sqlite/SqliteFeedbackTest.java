package dev.anmok.sqlite;

import static dev.anmok.core.pipeline.Samples.item;
import static dev.anmok.core.pipeline.Samples.processed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.anmok.core.pipeline.Catalog;
import dev.anmok.core.pipeline.Feedback;
import dev.anmok.core.pipeline.FeedbackContract;
import dev.anmok.core.pipeline.FeedbackKind;
import dev.anmok.core.pipeline.FeedbackOwner;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SqliteFeedbackTest implements FeedbackContract {
  private static final int PEOPLE = 3_000;

  @TempDir Path folder;

  @Override
  public Catalog open() throws IOException {
    return SqliteCatalog.open(folder.resolve("catalog.db"));
  }

  private static String name(int n) {
    return "person-%05d-with-a-name".formatted(n);
  }

  private static Feedback liked(String person, String item) {
    return new Feedback(
        FeedbackKind.LIKED, NOON, person, "shop-of-" + person, "", item, "", 0, Double.NaN, "");
  }

  private List<String> filesThatHold(String text) throws IOException {
    var holding = new ArrayList<String>();
    try (var files = Files.list(folder)) {
      for (var file : files.toList()) {
        var content = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        if (content.contains(text)) {
          holding.add(String.valueOf(file.getFileName()));
        }
      }
    }
    return holding;
  }

  /// Names come in random order and one by one, so that pages are split, and copies of rows stay
  /// behind in them.
  @Test
  void nothingOfAForgottenPersonIsLeftInAnyFile() throws IOException {
    try (var catalog = open()) {
      catalog.record(List.of(processed("/a", item("a", "A"), 1)));
      var order = new ArrayList<Integer>();
      for (int n = 0; n < PEOPLE; n++) {
        order.add(n);
      }
      Collections.shuffle(order, new Random(42));
      for (var batch = order.listIterator(); batch.hasNext(); ) {
        catalog.feedback().store(List.of(liked(name(batch.next()), "a")));
      }
      for (int n = 0; n < PEOPLE; n += 100) {
        assertThat(filesThatHold(name(n))).isNotEmpty();
      }
      for (int n = 0; n < PEOPLE; n += 100) {
        assertThat(catalog.feedback().forget(name(n))).isEqualTo(1);
        assertThat(filesThatHold(name(n))).as("while the catalog is open").isEmpty();
      }
      assertThat(catalog.feedback().counts()).containsEntry(FeedbackKind.LIKED, PEOPLE - 30L);
      assertThat(catalog.feedback().recent(FeedbackOwner.person(name(1)), 5)).hasSize(1);
    }
    assertThat(filesThatHold(name(0))).as("after closing").isEmpty();
    assertThat(filesThatHold(name(1))).isNotEmpty();
  }

  @Test
  void namesThatSomebodyStillReadsAreNotSaidToBeForgotten() throws IOException {
    try (var catalog = open()) {
      catalog.record(List.of(processed("/a", item("a", "A"), 1)));
      catalog.feedback().store(List.of(liked("slow-reader", "a"), liked("other", "a")));
      try (var rows = catalog.feedback().byAnswer()) {
        assertThat(rows.iterator().next().person()).isEqualTo("slow-reader");
        assertThatThrownBy(() -> catalog.feedback().forget("slow-reader"))
            .isInstanceOf(IOException.class)
            .hasMessageContaining("1 rows are forgotten, but somebody still reads");
        assertThat(filesThatHold("slow-reader")).isNotEmpty();
      }
      assertThat(catalog.feedback().forget("slow-reader")).isZero();
      assertThat(filesThatHold("slow-reader")).isEmpty();
    }
  }

  @Test
  void namesOfWhomNothingIsLeftGoWithTheOldRows() throws IOException {
    try (var catalog = open()) {
      catalog.record(List.of(processed("/a", item("a", "A"), 1)));
      catalog.feedback().store(List.of(liked("somebody-old", "a")));
      assertThat(catalog.feedback().forgetBefore(NOON.plusSeconds(1))).isEqualTo(1);
      assertThat(filesThatHold("somebody-old")).isEmpty();
    }
  }

  @Test
  void keepsFeedbackOverClosingAndOpening() throws IOException {
    var liked = liked("kim", "a");
    try (var catalog = open()) {
      catalog.record(List.of(processed("/a", item("a", "A"), 1)));
      catalog.feedback().store(List.of(liked));
    }
    try (var catalog = SqliteCatalog.openReadOnly(folder.resolve("catalog.db"))) {
      assertThat(catalog.feedback().recent(FeedbackOwner.shop("shop-of-kim"), 5))
          .containsExactly(liked);
    }
  }
}
