package dev.anmok.onnx;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// ONNX files with nothing but names in them, written byte by byte.
final class DrawnOnnx {
  private DrawnOnnx() {}

  /// A model whose one weight lies in another file, or in itself where that is empty.
  static byte[] of(List<String> inputs, List<String> outputs, String external) {
    return model(graph(inputs, outputs, external));
  }

  /// A model that has its weight only in the branch of a node.
  static byte[] nested(String external) {
    var branch = graph(List.of(), List.of("inner"), external);
    var node = field(5, field(6, branch));
    return model(join(field(1, node), field(12, field(1, "y"))));
  }

  /// A model whose weight names another file by a tag that is the right one in its lower 32 bits
  /// only: readers that drop the upper ones see it, those that do not pass over it.
  static byte[] hiding(String external) {
    var entry = join(field(1, "location"), field(2, external));
    var tensor = join(field(8, "w"), field((1L << 32) | (13 << 3) | 2, entry));
    return model(join(field(5, tensor), field(12, field(1, "y"))));
  }

  private static byte[] model(byte[] graph) {
    return join(new byte[] {0x08, 0x08}, field(7, graph));
  }

  private static byte[] graph(List<String> inputs, List<String> outputs, String external) {
    var all = new ByteArrayOutputStream();
    var tensor = field(8, "w");
    if (!external.isEmpty()) {
      tensor = join(tensor, field(13, join(field(1, "location"), field(2, external))));
    }
    all.writeBytes(field(5, tensor));
    inputs.forEach(name -> all.writeBytes(field(11, field(1, name))));
    outputs.forEach(name -> all.writeBytes(field(12, field(1, name))));
    return all.toByteArray();
  }

  private static byte[] field(int number, String text) {
    return field(number, text.getBytes(StandardCharsets.UTF_8));
  }

  private static byte[] field(int number, byte[] content) {
    return field((long) number << 3 | 2, content);
  }

  private static byte[] field(long tag, byte[] content) {
    var all = new ByteArrayOutputStream();
    varint(all, tag);
    varint(all, content.length);
    all.writeBytes(content);
    return all.toByteArray();
  }

  private static void varint(ByteArrayOutputStream out, long value) {
    long rest = value;
    while (rest > 0x7f) {
      out.write((int) (rest & 0x7f) | 0x80);
      rest >>>= 7;
    }
    out.write((int) rest);
  }

  private static byte[] join(byte[] one, byte[] other) {
    var all = new ByteArrayOutputStream();
    all.writeBytes(one);
    all.writeBytes(other);
    return all.toByteArray();
  }
}
