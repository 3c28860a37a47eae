package dev.anmok.parquet;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.SimpleGroup;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Types;

/// Writes plain rows of named values into a Parquet file for other programs. Every column may be
/// null. Used by one thread.
public final class FlatTableWriter implements AutoCloseable {
  /// A column.
  ///
  /// @param name what it is called
  /// @param kind what its values are
  public record Column(String name, Kind kind) {}

  /// What the values of a column are.
  public enum Kind {
    TEXT,
    WHOLE,
    NUMBER
  }

  private final Map<String, Kind> columns = new LinkedHashMap<>();
  private final MessageType type;
  private final ParquetWriter<Group> writer;

  /// Begins a file; one that is there is replaced.
  public FlatTableWriter(Path file, List<Column> columns) throws IOException {
    columns.forEach(column -> this.columns.put(column.name(), column.kind()));
    this.type = new MessageType("row", columns.stream().map(FlatTableWriter::type).toList());
    this.writer = ParquetFiles.writer(file, type, Map.of());
  }

  private static org.apache.parquet.schema.Type type(Column column) {
    return switch (column.kind()) {
      case TEXT ->
          Types.optional(PrimitiveTypeName.BINARY)
              .as(LogicalTypeAnnotation.stringType())
              .named(column.name());
      case WHOLE -> Types.optional(PrimitiveTypeName.INT64).named(column.name());
      case NUMBER -> Types.optional(PrimitiveTypeName.DOUBLE).named(column.name());
    };
  }

  /// Adds a row; values that are missing, and empty texts in columns of numbers, are null.
  ///
  /// @param row values by column name: texts, and numbers in columns of numbers
  public void write(Map<String, ?> row) throws IOException {
    var group = new SimpleGroup(type);
    for (var column : columns.entrySet()) {
      var value = row.get(column.getKey());
      switch (value) {
        case null -> {}
        case Number number when column.getValue() == Kind.WHOLE ->
            group.add(column.getKey(), number.longValue());
        case Number number when column.getValue() == Kind.NUMBER ->
            group.add(column.getKey(), number.doubleValue());
        case Object text when column.getValue() == Kind.TEXT ->
            group.add(column.getKey(), text.toString());
        case String empty when empty.isEmpty() -> {}
        default ->
            throw new IllegalArgumentException(
                column.getKey() + " must be a number, was '" + value + "'");
      }
    }
    writer.write(group);
  }

  @Override
  public void close() throws IOException {
    writer.close();
  }
}
