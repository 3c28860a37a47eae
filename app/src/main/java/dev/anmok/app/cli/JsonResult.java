package dev.anmok.app.cli;

import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.SequenceWriter;
import tools.jackson.databind.json.JsonMapper;

/// Writes results as JSON: one array whose elements are written as they come, one a line.
final class JsonResult implements AutoCloseable {
  private static final JsonMapper JSON =
      JsonMapper.builder().disable(StreamWriteFeature.AUTO_CLOSE_TARGET).build();

  private final PrintStream out;
  private final SequenceWriter elements;

  JsonResult(PrintStream out) {
    this.out = out;
    this.elements = JSON.writer().withRootValueSeparator("\n").writeValuesAsArray(out);
  }

  /// Adds an element of texts, numbers, lists and maps.
  void add(Object element) {
    elements.write(element);
  }

  @Override
  public void close() {
    elements.close();
    out.println();
  }

  /// Prints one object.
  static void print(PrintStream out, Map<String, ?> object) {
    out.println(JSON.writeValueAsString(object));
  }

  /// Prints one array.
  static void print(PrintStream out, List<?> array) {
    out.println(JSON.writeValueAsString(array));
  }
}
