package dev.anmok.parquet;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.convert.GroupRecordConverter;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.io.ColumnIOFactory;
import org.apache.parquet.io.RecordReader;
import org.jspecify.annotations.Nullable;

/// Reads what [PhotoTableWriter] wrote, row by row; a row group of the file is held at a time. Used
/// by one thread.
///
/// A file of another schema, one that is damaged and one that is no Parquet file are an
/// [IOException] of one line that names the file and what is wrong with it.
public final class PhotoTableReader implements AutoCloseable {
  private final Path path;
  private final ParquetFileReader file;
  private final PhotoTable table;
  private final GroupRow rows;
  private @Nullable RecordReader<Group> group;
  private long left;

  private PhotoTableReader(Path path, ParquetFileReader file, PhotoTable table) {
    this.path = path;
    this.file = file;
    this.table = table;
    this.rows = new GroupRow(table.space());
  }

  /// Opens a file and checks its schema.
  public static PhotoTableReader open(Path path) throws IOException {
    var file = opened(path);
    try {
      var about = file.getFooter().getFileMetaData();
      PhotoSchema.require(path, about.getSchema());
      return new PhotoTableReader(path, file, PhotoTable.parse(path, about.getKeyValueMetaData()));
    } catch (IOException | RuntimeException e) {
      file.close();
      throw e;
    }
  }

  private static ParquetFileReader opened(Path path) throws IOException {
    try {
      return ParquetFiles.reader(path);
    } catch (NoSuchFileException e) {
      throw e;
    } catch (IOException | RuntimeException e) {
      throw ParquetFiles.damaged(path, e);
    }
  }

  /// What its rows have in common.
  public PhotoTable table() {
    return table;
  }

  /// Number of rows.
  public long count() {
    return file.getRecordCount();
  }

  /// The next row, or nothing after the last.
  public Optional<PhotoRow> next() throws IOException {
    try {
      while (left == 0) {
        var pages = file.readNextRowGroup();
        if (pages == null) {
          return Optional.empty();
        }
        left = pages.getRowCount();
        group =
            new ColumnIOFactory()
                .getColumnIO(PhotoSchema.TYPE)
                .getRecordReader(pages, new GroupRecordConverter(PhotoSchema.TYPE));
      }
      left--;
      return group == null ? Optional.empty() : Optional.of(rows.of(group.read()));
    } catch (IOException | RuntimeException e) {
      throw ParquetFiles.damaged(path, e);
    }
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
