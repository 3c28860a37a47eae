package dev.anmok.sqlite;

import static dev.anmok.core.pipeline.Samples.SPACE;
import static dev.anmok.core.pipeline.Samples.item;
import static dev.anmok.core.pipeline.Samples.processed;
import static dev.anmok.core.pipeline.Samples.sha;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.anmok.core.pipeline.Catalog;
import dev.anmok.core.pipeline.CatalogContract;
import dev.anmok.core.pipeline.Ingested;
import dev.anmok.core.pipeline.ItemPhotos;
import dev.anmok.core.pipeline.Samples;
import dev.anmok.core.pipeline.Stage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SqliteCatalogTest implements CatalogContract {
  @TempDir Path folder;

  @Override
  public Catalog open() throws IOException {
    return SqliteCatalog.open(file());
  }

  private Path file() {
    return folder.resolve("새 작업 100% a?b#c").resolve("catalog.db");
  }

  private static List<Ingested> batch(int from, int to) {
    return IntStream.range(from, to)
        .mapToObj(n -> processed("/" + n, item("item" + n / 10, "title"), n))
        .toList();
  }

  private void raw(String sql) throws SQLException {
    var uri = "jdbc:sqlite:file:" + file().toUri().getRawPath();
    try (var connection = DriverManager.getConnection(uri);
        var statement = connection.createStatement()) {
      statement.executeUpdate(sql);
    }
  }

  @Test
  void twoCatalogsOfOneContentDifferInState() throws IOException {
    try (var one = SqliteCatalog.open(folder.resolve("one.db"));
        var other = SqliteCatalog.open(folder.resolve("other.db"))) {
      assertThat(one.generation()).isEqualTo(other.generation());
      assertThat(one.state()).isNotEqualTo(other.state());
    }
  }

  @Test
  void keepsEverythingOverClosingAndOpening() throws IOException {
    try (var catalog = open()) {
      catalog.record(batch(0, 100));
    }
    assertThat(file()).exists();
    assertThat(file().resolveSibling("catalog.db-wal")).doesNotExist();
    try (var catalog = open();
        var photos = catalog.photos(SPACE)) {
      assertThat(photos).hasSize(100);
      assertThat(catalog.counts().sizeBytes()).isGreaterThanOrEqualTo(Files.size(file()));
    }
  }

  @Test
  void measuresOfAnotherDefinitionAreNotComplete() throws Exception {
    try (var catalog = open()) {
      catalog.record(batch(1, 2));
      raw("UPDATE measure SET definition = 'm0'");

      assertThat(catalog.complete(sha(1), SPACE, STAGES)).isFalse();
      catalog.record(batch(1, 2));
      assertThat(catalog.complete(sha(1), SPACE, STAGES)).isTrue();
    }
  }

  @Test
  void detailsOfAnotherDefinitionAreNeitherCompleteNorRead() throws Exception {
    try (var catalog = open()) {
      catalog.record(List.of(Samples.detailed("/1", null, 1)));
      raw("UPDATE detail SET definition = 'd0'");

      assertThat(catalog.complete(sha(1), SPACE, STAGES)).isTrue();
      assertThat(catalog.complete(sha(1), SPACE, Set.of(Stage.values()))).isFalse();
      assertThat(catalog.placed("/1", SPACE).orElseThrow().photo().detail()).isEmpty();
    }
  }

  @Test
  void aQueryCanAskForABlurMeasureByName() throws Exception {
    try (var catalog = open()) {
      catalog.record(List.of(Samples.detailed("/1", null, 5)));
    }
    var uri = "jdbc:sqlite:file:" + file().toUri().getRawPath();
    try (var connection = DriverManager.getConnection(uri);
        var statement = connection.createStatement();
        var rows = statement.executeQuery("SELECT blur ->> 'laplacian_std_8bit' FROM detail")) {
      assertThat(rows.getDouble(1)).isEqualTo(5.0);
    }
  }

  @Test
  void readersSeeWholeTransactionsWhileOneThreadWrites() throws Exception {
    try (var catalog = open();
        var threads = Executors.newFixedThreadPool(3)) {
      var writing = new AtomicBoolean(true);
      var readers = new ArrayList<java.util.concurrent.Future<Integer>>();
      for (int i = 0; i < 3; i++) {
        readers.add(
            threads.submit(() -> {
              int reads = 0;
              while (writing.get() || reads == 0) {
                try (var items = catalog.items(SPACE)) {
                  assertThat(items.map(ItemPhotos::photos).mapToInt(List::size))
                      .allMatch(photos -> photos == 10);
                }
                assertThat(catalog.counts().accepted() % 10).isZero();
                catalog.seen("/5");
                reads++;
              }
              return reads;
            }));
      }
      for (int n = 0; n < 500; n += 10) {
        catalog.record(batch(n, n + 10));
      }
      writing.set(false);
      for (var reader : readers) {
        assertThat(reader.get()).isPositive();
      }
      assertThat(catalog.counts().accepted()).isEqualTo(500);
    }
  }

  @Test
  void anOpenStreamKeepsTheStateOfItsBeginning() throws IOException {
    try (var catalog = open()) {
      catalog.record(batch(0, 20));
      try (var photos = catalog.photos(SPACE)) {
        var first = photos.iterator();
        first.next();
        catalog.record(batch(20, 40));
        int rest = 0;
        for (; first.hasNext(); first.next()) {
          rest++;
        }
        assertThat(rest).isEqualTo(19);
      }
    }
  }

  @Test
  void readsBesideAWriterButDoesNotWrite() throws IOException {
    assertThatThrownBy(() -> SqliteCatalog.openReadOnly(file()))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("no catalog " + file());
    try (var catalog = open()) {
      catalog.record(batch(0, 1));
      try (var reading = SqliteCatalog.openReadOnly(file())) {
        catalog.record(batch(1, 2));

        assertThat(reading.counts().accepted()).isEqualTo(2);
        assertThatThrownBy(() -> reading.record(batch(2, 3)))
            .isInstanceOf(IOException.class)
            .hasMessageContaining("reading only");
      }
    }
    try (var reading = SqliteCatalog.openReadOnly(file())) {
      assertThat(reading.counts().accepted()).isEqualTo(2);
    }
  }

  @Test
  void aFullDiskIsOneLineAndLosesNothing() throws Exception {
    try (var catalog = SqliteCatalog.open(file())) {
      catalog.record(batch(0, 50));
      catalog.limitPages(40);

      assertThatThrownBy(() -> catalog.record(batch(50, 5_000)))
          .isInstanceOf(IOException.class)
          .hasMessageContaining(file().toString())
          .hasMessageContaining("disk is full");
      assertThat(catalog.counts().accepted()).isEqualTo(50);

      catalog.limitPages(1_000_000);
      catalog.record(batch(50, 100));
      assertThat(catalog.counts().accepted()).isEqualTo(100);
    }
  }

  @Test
  void refusesFilesThatAreNoCatalog() throws Exception {
    Files.createDirectories(file().getParent());
    Files.writeString(file(), "this is a shopping list, not a database\n".repeat(50));
    assertThatThrownBy(this::open)
        .isInstanceOf(IOException.class)
        .hasMessageContaining(file() + " is no Anmok catalog");

    Files.delete(file());
    raw("CREATE TABLE somebody_elses (id INTEGER)");
    assertThatThrownBy(this::open)
        .isInstanceOf(IOException.class)
        .hasMessageContaining(file() + " is no Anmok catalog");
  }

  @Test
  void refusesACatalogOfANewerVersion() throws Exception {
    try (var catalog = open()) {
      catalog.record(batch(0, 1));
    }
    raw("PRAGMA user_version = 99");

    assertThatThrownBy(this::open)
        .isInstanceOf(IOException.class)
        .hasMessageContaining(file().toString())
        .hasMessageContaining("version 99")
        .hasMessageContaining("knows " + Migrations.shipped().latest())
        .hasMessageNotContaining("\n");
  }

  @Test
  void aDamagedFileIsOneLine() throws Exception {
    try (var catalog = open()) {
      catalog.record(batch(0, 200));
    }
    byte[] bytes = Files.readAllBytes(file());
    java.util.Arrays.fill(bytes, 8192, bytes.length, (byte) 0x5a);
    Files.write(file(), bytes);

    assertThatThrownBy(
            () -> {
              try (var catalog = open()) {
                catalog.counts();
              }
            })
        .isInstanceOf(IOException.class)
        .hasMessageContaining(file() + " is damaged");
  }
}
