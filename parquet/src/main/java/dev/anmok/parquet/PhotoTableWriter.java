package dev.anmok.parquet;

import java.io.IOException;
import java.nio.file.Path;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.hadoop.ParquetWriter;

/// Writes photos into a Parquet file, one row each. The same rows give the same bytes. Used by one
/// thread.
public final class PhotoTableWriter implements AutoCloseable {
  private final RowGroup groups;
  private final ParquetWriter<Group> writer;

  private PhotoTableWriter(RowGroup groups, ParquetWriter<Group> writer) {
    this.groups = groups;
    this.writer = writer;
  }

  /// Begins a file; one that is there is replaced. The file is whole once this is closed.
  public static PhotoTableWriter create(Path file, PhotoTable table) throws IOException {
    var writer = ParquetFiles.writer(file, PhotoSchema.TYPE, table.metadata());
    return new PhotoTableWriter(new RowGroup(table), writer);
  }

  /// Adds a row.
  ///
  /// @throws IllegalArgumentException if its vector is of another space than the table
  public void write(PhotoRow row) throws IOException {
    writer.write(groups.of(row));
  }

  @Override
  public void close() throws IOException {
    writer.close();
  }
}
