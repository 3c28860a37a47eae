package dev.anmok.parquet;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.convert.GroupRecordConverter;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.io.ColumnIOFactory;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.MessageTypeParser;

/// Reads only those columns of a table of photos that tell equal and nearly equal ones apart; the
/// vectors stay on the disk.
public final class PhotoGlances {
  private static final MessageType COLUMNS =
      MessageTypeParser.parseMessageType(
          """
          message photo {
            required binary uri (STRING);
            required binary outcome (STRING);
            optional binary sha256 (STRING);
            optional int64 perceptual_hash;
            optional group native {
              required binary pixels (STRING);
            }
          }
          """);

  private PhotoGlances() {}

  /// Tells `sink` of every row, in order.
  ///
  /// @throws IOException if the file is of another schema, or damaged
  public static void read(Path path, Consumer<PhotoGlance> sink) throws IOException {
    try (var file = ParquetFiles.reader(path)) {
      var about = file.getFooter().getFileMetaData();
      PhotoSchema.require(path, about.getSchema());
      PhotoTable.parse(path, about.getKeyValueMetaData());
      file.setRequestedSchema(COLUMNS);
      read(file, sink);
    } catch (NoSuchFileException e) {
      throw e;
    } catch (RuntimeException e) {
      throw ParquetFiles.damaged(path, e);
    }
  }

  private static void read(ParquetFileReader file, Consumer<PhotoGlance> sink) throws IOException {
    for (var pages = file.readNextRowGroup(); pages != null; pages = file.readNextRowGroup()) {
      var rows =
          new ColumnIOFactory()
              .getColumnIO(COLUMNS)
              .getRecordReader(pages, new GroupRecordConverter(COLUMNS));
      for (long left = pages.getRowCount(); left > 0; left--) {
        sink.accept(glance(rows.read()));
      }
    }
  }

  private static PhotoGlance glance(Group row) {
    var uri = row.getString("uri", 0);
    if (!row.getString("outcome", 0).equals(RowGroup.ACCEPTED)) {
      return new PhotoGlance(uri, null, null, 0);
    }
    boolean measured = row.getFieldRepetitionCount("native") > 0;
    return new PhotoGlance(
        uri,
        row.getString("sha256", 0),
        measured ? row.getGroup("native", 0).getString("pixels", 0) : null,
        row.getLong("perceptual_hash", 0));
  }
}
