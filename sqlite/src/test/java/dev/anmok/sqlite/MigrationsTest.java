package dev.anmok.sqlite;

import static dev.anmok.core.pipeline.Samples.processed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class MigrationsTest {
  @TempDir Path folder;

  private static Migrations with(String second) {
    var scripts = new ArrayList<>(Migrations.shipped().scripts());
    scripts.add(second);
    return new Migrations(scripts);
  }

  private Path catalogOfVersionOne() throws IOException {
    var file = folder.resolve("catalog.db");
    try (var catalog = SqliteCatalog.open(file)) {
      catalog.record(List.of(processed("/1", null, 1)));
    }
    return file;
  }

  @Test
  void bringsAnOlderCatalogToTheLatestVersionWithItsContent() throws IOException {
    var file = catalogOfVersionOne();
    var migrations =
        with("ALTER TABLE entry ADD COLUMN note TEXT; UPDATE entry SET detail = 'migrated';");
    try (var catalog = SqliteCatalog.open(file, migrations)) {
      assertThat(catalog.counts().accepted()).isEqualTo(1);
    }
    try (var again = SqliteCatalog.open(file, migrations)) {
      assertThat(again.counts().accepted()).isEqualTo(1);
    }
    assertThatThrownBy(() -> SqliteCatalog.open(file))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("version 2");
  }

  @Test
  void aMigrationThatFailsLeavesTheOldVersion() throws IOException {
    var file = catalogOfVersionOne();

    assertThatThrownBy(
            () -> SqliteCatalog.open(file, with("DROP TABLE decision; DROP TABLE absent;")))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("absent");
    try (var catalog = SqliteCatalog.open(file);
        var decisions = catalog.decisions()) {
      assertThat(decisions).isEmpty();
      assertThat(catalog.counts().accepted()).isEqualTo(1);
    }
  }
}
