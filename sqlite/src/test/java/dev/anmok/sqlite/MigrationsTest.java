package dev.anmok.sqlite;

import static dev.anmok.core.pipeline.Samples.SPACE;
import static dev.anmok.core.pipeline.Samples.processed;
import static dev.anmok.core.pipeline.Samples.sha;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.anmok.core.curate.HandChoice;
import dev.anmok.core.image.Caption;
import dev.anmok.core.pipeline.CatalogContract;
import dev.anmok.core.pipeline.PhotoInReview;
import dev.anmok.core.pipeline.Samples;
import dev.anmok.core.pipeline.Stage;
import dev.anmok.core.pipeline.StoredCaption;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
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
        .hasMessageContaining("version " + migrations.latest());
  }

  private Path catalogOfVersion(int version) throws IOException, SQLException {
    var file = folder.resolve("old.db");
    try (var resource = getClass().getResourceAsStream("catalog-v" + version + ".sql");
        var connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        var statement = connection.createStatement()) {
      for (var script : Migrations.shipped().scripts().subList(0, version)) {
        statement.executeUpdate(script);
      }
      statement.executeUpdate(
          new String(Objects.requireNonNull(resource).readAllBytes(), StandardCharsets.UTF_8));
    }
    return file;
  }

  @Test
  void aCatalogOfVersionOneGoesOnWhereItWas() throws Exception {
    var file = catalogOfVersion(1);
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
  void oldCatalogsTakeReviews() throws Exception {
    for (int version = 1; version <= 3; version++) {
      var file = catalogOfVersion(version);
      var review = Samples.review(1, "blurry", "kim");
      assertThatThrownBy(() -> SqliteCatalog.openReadOnly(file))
          .isInstanceOf(IOException.class)
          .hasMessageContaining(
              "is of an older version (%d, not %d)"
                  .formatted(version, Migrations.shipped().latest()));
      try (var catalog = SqliteCatalog.open(file)) {
        catalog.reviews().store(review);
      }
      try (var catalog = SqliteCatalog.openReadOnly(file);
          var photos = catalog.reviews().photos("blur", "v1")) {
        assertThat(photos.map(PhotoInReview::standing)).containsExactly(Optional.of(review));
      }
      Files.delete(file);
    }
  }

  @Test
  void aCatalogOfVersionThreeKeepsItsReviewsAndTakesCaptions() throws Exception {
    var said = new Caption.Said("a red circle", -0.5);
    var caption = new StoredCaption(sha(1), "tiny", "en", said, Instant.EPOCH);
    try (var catalog = SqliteCatalog.open(catalogOfVersion(3))) {
      catalog.captions().store(List.of(caption));

      assertThat(catalog.captions().of(sha(1), "tiny")).contains(caption);
      assertThat(catalog.reviews().standing(sha(1), "blur").orElseThrow().verdict())
          .isEqualTo("sharp");
      assertThat(catalog.generation()).isEqualTo(2);
    }
  }

  @Test
  void aCatalogOfVersionTwoKeepsWhatItHas() throws Exception {
    try (var catalog = SqliteCatalog.open(catalogOfVersion(2))) {
      var photo = catalog.placed("/1", SPACE).orElseThrow().photo();
      assertThat(photo.facts()).isEqualTo(Samples.photoInDetail(1).facts());
      assertThat(photo.detail()).as("of another definition").isEmpty();
      assertThat(catalog.setting("profile.name")).contains("album");
      assertThat(catalog.generation()).isEqualTo(1);
    }
  }

  @Test
  void aCatalogOfVersionSixKeepsItsDecisionsAndTakesChoices() throws Exception {
    var choice = new HandChoice("a", List.of(sha(1)), List.of(), "kim", Instant.EPOCH, 1);
    try (var catalog = SqliteCatalog.open(catalogOfVersion(6))) {
      assertThat(catalog.itemList().reasons()).isEqualTo(Map.of("kept", 1L));
      assertThat(catalog.itemList().find("a").orElseThrow().representatives())
          .containsExactly(sha(1));
      assertThat(catalog.choices().store(choice)).isTrue();
      assertThat(catalog.choices().of("a")).contains(choice);
    }
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
