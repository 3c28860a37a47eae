package dev.anmok.sqlite;

import static dev.anmok.core.pipeline.Samples.item;
import static dev.anmok.core.pipeline.Samples.processed;
import static dev.anmok.core.pipeline.Samples.sha;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.anmok.core.curate.HandChoice;
import dev.anmok.core.pipeline.Catalog;
import dev.anmok.core.pipeline.ChoicesContract;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SqliteChoicesTest implements ChoicesContract {
  @TempDir Path folder;

  @Override
  public Catalog open() throws IOException {
    return SqliteCatalog.open(folder.resolve("catalog.db"));
  }

  @Test
  void keepsChoicesOverClosingAndOpening() throws IOException {
    var choice = new HandChoice("a", List.of(sha(1)), List.of(sha(2)), "kim", NOON, 1);
    try (var catalog = open()) {
      catalog.record(List.of(processed("/1", item("a", "A"), 1)));
      assertThat(catalog.choices().store(choice)).isTrue();
    }
    try (var catalog = SqliteCatalog.openReadOnly(folder.resolve("catalog.db"))) {
      assertThat(catalog.choices().of("a")).contains(choice);
      assertThatThrownBy(() -> catalog.choices().store(choice))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("reading only");
    }
  }
}
