package dev.anmok.parquet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.anmok.core.image.Reason;
import dev.anmok.core.pipeline.Item;
import dev.anmok.core.pipeline.Samples;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PhotoTableTest {
  private static final PhotoTable TABLE = new PhotoTable(Samples.SPACE, "cafe");

  @TempDir Path folder;

  private static List<PhotoRow> rows() {
    var metadata = new LinkedHashMap<String, String>();
    metadata.put("z", "last in the alphabet, first in the manifest");
    metadata.put("도시", "서울");
    var item = new Item("cafe-1", "카페 하나", metadata);
    return List.of(
        new PhotoRow(0, Samples.processed("/a.jpg", item, 1), Map.of("mood.delta", -0.0625)),
        new PhotoRow(1, Samples.rejected("/b.jpg", item, Reason.CORRUPT), Map.of()),
        new PhotoRow(2, Samples.detailed("/c.jpg", null, 3), Map.of("mood.delta", 1.0 / 3)));
  }

  private Path write(String name, List<PhotoRow> rows) throws IOException {
    var file = folder.resolve(name);
    try (var writer = PhotoTableWriter.create(file, TABLE)) {
      for (var row : rows) {
        writer.write(row);
      }
    }
    return file;
  }

  private static List<PhotoRow> read(Path file) throws IOException {
    var rows = new ArrayList<PhotoRow>();
    try (var reader = PhotoTableReader.open(file)) {
      assertThat(reader.table()).isEqualTo(TABLE);
      for (var row = reader.next(); row.isPresent(); row = reader.next()) {
        rows.add(row.get());
      }
      assertThat(reader.count()).isEqualTo(rows.size());
    }
    return rows;
  }

  @Test
  void givesBackEveryBitOfWhatWasWritten() throws IOException {
    assertThat(read(write("t.parquet", rows()))).isEqualTo(rows());
  }

  @Test
  void theSameRowsGiveTheSameBytes() throws IOException {
    assertThat(write("a.parquet", rows())).hasSameBinaryContentAs(write("b.parquet", rows()));
  }

  /// Maps without an order of their own iterate differently in each process.
  @Test
  void aFilesOwnMetadataHaveOneOrder() {
    assertThat(new ArrayList<>(TABLE.metadata().keySet())).isSorted();
  }

  @Test
  void keepsTheOrderOfAnItemsMetadata() throws IOException {
    var item = read(write("t.parquet", rows())).getFirst().ingested().source().item();

    assertThat(item.orElseThrow().metadata().keySet()).containsExactly("z", "도시");
  }

  @Test
  void refusesAFileOfAnotherSchemaByItsFirstStrangeColumn() throws IOException {
    var file = folder.resolve("other.parquet");
    var columns =
        List.of(
            new FlatTableWriter.Column("row", FlatTableWriter.Kind.TEXT),
            new FlatTableWriter.Column("uri", FlatTableWriter.Kind.TEXT));
    try (var writer = new FlatTableWriter(file, columns)) {
      writer.write(Map.of("row", "1", "uri", "/a.jpg"));
    }

    assertThatThrownBy(() -> PhotoTableReader.open(file))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("other.parquet: of another schema: column 'row' is optional binary")
        .hasMessageContaining("expected required int64 row");
  }

  @Test
  void namesAFileThatIsCutOffAndOneThatIsNoParquet() throws IOException {
    var whole = write("t.parquet", rows());
    var bytes = Files.readAllBytes(whole);
    var cut = Files.write(folder.resolve("cut.parquet"), java.util.Arrays.copyOf(bytes, 200));
    var text = Files.writeString(folder.resolve("text.parquet"), "no table at all, just words");

    for (var file : List.of(cut, text)) {
      assertThatThrownBy(() -> PhotoTableReader.open(file))
          .isInstanceOf(IOException.class)
          .hasMessageStartingWith(file + ": not a Parquet file, or a damaged one: ")
          .hasMessageNotContaining("@");
    }
  }

  @Test
  void refusesAVectorOfAnotherSpace() throws IOException {
    try (var writer = PhotoTableWriter.create(folder.resolve("t.parquet"), TABLE)) {
      var other = Samples.processed("/a.jpg", null, 1, Samples.OTHER_SPACE);

      assertThatThrownBy(() -> writer.write(new PhotoRow(0, other, Map.of())))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining(Samples.OTHER_SPACE.id());
    }
  }
}
