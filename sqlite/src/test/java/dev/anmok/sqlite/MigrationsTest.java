package dev.anmok.sqlite;

import static dev.anmok.core.pipeline.Samples.SPACE;
import static dev.anmok.core.pipeline.Samples.processed;
import static dev.anmok.core.pipeline.Samples.sha;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.anmok.core.pipeline.CatalogContract;
import dev.anmok.core.pipeline.Samples;
import dev.anmok.core.pipeline.Stage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class MigrationsTest {
  @TempDir Path folder;

  private static Migrations with(String next) {
    var scripts = new ArrayList<>(Migrations.shipped().scripts());
    scripts.add(next);
    return new Migrations(scripts);
  }

  private Path catalogOfThisVersion() throws IOException {
    var file = folder.resolve("catalog.db");
    try (var catalog = SqliteCatalog.open(file)) {
      catalog.record(List.of(processed("/1", null, 1)));
    }
    return file;
  }

  @Test
  void bringsAnOlderCatalogToTheLatestVersionWithItsContent() throws IOException {
    var file = catalogOfThisVersion();
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
        .hasMessageContaining("version 3");
  }

  @Test
  void aCatalogOfVersionOneGoesOnWhereItWas() throws Exception {
    var file = folder.resolve("old.db");
    try (var resource = getClass().getResourceAsStream("catalog-v1.sql");
        var connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        var statement = connection.createStatement()) {
      statement.executeUpdate(Migrations.shipped().scripts().getFirst());
      statement.executeUpdate(
          new String(Objects.requireNonNull(resource).readAllBytes(), StandardCharsets.UTF_8));
    }
    try (var catalog = SqliteCatalog.open(file)) {
      assertThat(catalog.placed("/1", SPACE).orElseThrow().photo()).isEqualTo(Samples.photo(1));
      assertThat(catalog.complete(sha(1), SPACE, CatalogContract.STAGES)).isTrue();
      assertThat(catalog.complete(sha(1), SPACE, Set.of(Stage.values()))).isFalse();

      catalog.record(List.of(Samples.detailed("/1", null, 1)));

      assertThat(catalog.placed("/1", SPACE).orElseThrow().photo())
          .isEqualTo(Samples.photoInDetail(1));
      assertThat(catalog.complete(sha(1), SPACE, Set.of(Stage.values()))).isTrue();
    }
  }

  /// As SQLite does by itself when the disk is full.
  @Test
  void whatWentWrongIsSaidEvenIfTheTransactionIsGone() throws IOException {
    var file = catalogOfThisVersion();

    assertThatThrownBy(() -> SqliteCatalog.open(file, with("ROLLBACK; DROP TABLE absent;")))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("absent");
  }

  @Test
  void aMigrationThatFailsLeavesTheOldVersion() throws IOException {
    var file = catalogOfThisVersion();

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
