package dev.anmok.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.anmok.app.profile.Profiles;
import dev.anmok.app.table.FinishedPart;
import dev.anmok.app.table.TableJob;
import dev.anmok.app.workspace.Models;
import dev.anmok.core.embed.VectorSpace;
import dev.anmok.core.image.Reason;
import dev.anmok.core.pipeline.Ingested;
import dev.anmok.core.pipeline.Item;
import dev.anmok.core.pipeline.Photo;
import dev.anmok.core.pipeline.Samples;
import dev.anmok.parquet.FlatTableWriter;
import dev.anmok.parquet.PhotoRow;
import dev.anmok.parquet.PhotoTable;
import dev.anmok.parquet.PhotoTableWriter;
import dev.anmok.sqlite.SqliteCatalog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `anmok import --parquet` on tables written here, with the real catalog and index. That they are
/// equal to an ingest is tested where the job is.
class ImportCommandTest {
  private static final Item ITEM = new Item("cafe-1", "카페 하나", Map.of("city", "서울"));

  @TempDir Path folder;
  private VectorSpace space = Samples.SPACE;
  private Path table = Path.of("");
  private Path workspace = Path.of("");

  @BeforeEach
  void writeTable() throws IOException {
    space = Models.embedded().space();
    table = folder.resolve("table");
    workspace = folder.resolve("data");
    for (var name : List.of("photos", "ledger", "slices")) {
      Files.createDirectories(table.resolve(name));
    }
    writeJob(space.id());
    writePart(0, space, Samples.processed("/a.jpg", ITEM, 1, space), rejected("/b.jpg"));
    writePart(1, space, Samples.processed("/copy-of-a.jpg", null, 1, space));
  }

  private static Ingested rejected(String uri) {
    return Samples.rejected(uri, ITEM, Reason.CORRUPT);
  }

  private void writeJob(String spaceId) throws IOException {
    var job =
        new TableJob(
            TableJob.FORM,
            "m.csv",
            Samples.sha(1),
            "cafe",
            Profiles.text("cafe"),
            "anmok-mini",
            spaceId,
            8,
            8,
            false,
            2,
            3);
    Files.write(table.resolve(TableJob.FILE), job.bytes());
  }

  private void writePart(int part, VectorSpace in, Ingested... photos) throws IOException {
    var file = table.resolve(FinishedPart.photosFile(part));
    try (var writer = PhotoTableWriter.create(file, new PhotoTable(in, "cafe"))) {
      long row = 8L * part;
      for (var photo : photos) {
        writer.write(new PhotoRow(row++, photo, Map.of()));
      }
    }
    record(part, photos.length);
  }

  private void record(int part, int rows) throws IOException {
    var bytes = Files.readAllBytes(table.resolve(FinishedPart.photosFile(part)));
    var finished =
        new FinishedPart(part, Samples.sha(part), rows, 0, bytes.length, Photo.digest(bytes));
    Files.write(table.resolve(FinishedPart.ledgerFile(part)), finished.json());
  }

  private Run run() {
    return Run.of("import", "--parquet", table, "--workspace", workspace);
  }

  private void oneLine(int exit, String... parts) {
    var run = run();
    assertThat(run.exit()).as(run.err()).isEqualTo(exit);
    var last = run.err().strip().lines().toList().getLast();
    assertThat(last).startsWith("anmok: ").contains(parts);
  }

  @Test
  void fillsACatalogThatOtherCommandsGoOnFrom() throws IOException {
    var run = run();

    assertThat(run.exit()).as(run.err()).isZero();
    assertThat(run.err()).contains("3 photos, 1 of them rejected");
    var status = Run.of("status", "--format", "json", "--workspace", workspace);
    assertThat(status.out()).contains("\"accepted\":2", "\"photos\":1", "\"corrupt\":1");
    var found = Run.of("search", "a room", "--workspace", workspace, "--format", "json");
    assertThat(found.out()).contains("/a.jpg");
    assertThat(Run.of("curate", "--workspace", workspace).exit()).isZero();
  }

  @Test
  void doingItTwiceChangesNothing() throws IOException {
    run();
    var before = generation();

    assertThat(run().exit()).isZero();
    assertThat(generation()).isEqualTo(before);
  }

  private String generation() throws IOException {
    try (var catalog = SqliteCatalog.openReadOnly(workspace.resolve("catalog.sqlite"))) {
      return catalog.photosVersion() + " " + catalog.counts();
    }
  }

  @Test
  void readsFilesWithoutALedgerToo() throws IOException {
    Files.delete(table.resolve(TableJob.FILE));
    table = table.resolve("photos");

    assertThat(run().exit()).isZero();
  }

  @Test
  void saysHowManyPartsAreNotFinished() throws IOException {
    Files.delete(table.resolve(FinishedPart.ledgerFile(1)));

    oneLine(1, "1 of 2 parts are not finished", "run the job again");
    assertThat(workspace).doesNotExist();
  }

  @Test
  void namesADamagedFile() throws IOException {
    var file = table.resolve(FinishedPart.photosFile(1));
    var bytes = Files.readAllBytes(file);
    bytes[bytes.length / 2] ^= 1;
    Files.write(file, bytes);

    oneLine(1, file.toString(), "damaged", "delete it and run the job again");
  }

  @Test
  void namesAFileThatIsCutShort() throws IOException {
    var file = table.resolve(FinishedPart.photosFile(1));
    Files.write(file, java.util.Arrays.copyOf(Files.readAllBytes(file), 99));

    oneLine(1, file.toString(), "not as long as the ledger says");
    assertThat(workspace).doesNotExist();
  }

  @Test
  void namesTheFirstStrangeColumnOfAnotherSchema() throws IOException {
    var columns = List.of(new FlatTableWriter.Column("row", FlatTableWriter.Kind.TEXT));
    try (var writer = new FlatTableWriter(table.resolve(FinishedPart.photosFile(0)), columns)) {
      writer.write(Map.of("row", "1"));
    }
    record(0, 1);

    oneLine(1, "part-0000000.parquet: of another schema: column 'row'");
  }

  @Test
  void refusesVectorsOfAnotherSpace() throws IOException {
    var other = space.on("black");
    writePart(0, other, Samples.processed("/a.jpg", ITEM, 1, other));

    oneLine(1, "part-0000000.parquet", other.id(), space.id(), "do not compare");
  }

  @Test
  void namesAFolderThatHoldsNoTable() throws IOException {
    table = Files.createDirectories(folder.resolve("empty"));

    oneLine(1, "no table there");
    table = folder.resolve("nowhere");
    oneLine(2, "no such folder");
  }
}
