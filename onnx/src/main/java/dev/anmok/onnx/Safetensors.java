package dev.anmok.onnx;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Single tensors of a file in the safetensors form: eight bytes of length, a JSON header that says
/// where each tensor lies, then the tensors, little-endian. The file is not read but for these.
/// Source: the format's description at github.com/huggingface/safetensors.
final class Safetensors implements AutoCloseable {
  private static final long MOST_HEADER = 100L << 20;

  private final String name;
  private final @Nullable FileChannel channel;
  private final ByteBuffer memory;
  private final PackJson header;
  private final long start;

  private Safetensors(
      String name, @Nullable FileChannel channel, ByteBuffer memory, PackJson header, long start) {
    this.name = name;
    this.channel = channel;
    this.memory = memory;
    this.header = header;
    this.start = start;
  }

  /// A tensor's numbers, row by row.
  @SuppressWarnings("ArrayRecordComponent") // handed over once, never compared
  record Tensor(List<Long> shape, float[] values) {}

  /// Opens a file whose digest has matched.
  static Safetensors open(CheckedFiles files, String file) throws IOException {
    var name = file + " of " + files.content().where();
    return switch (files.weights(file)) {
      case CheckedFiles.Weights.InMemory(var bytes) -> of(name, null, ByteBuffer.wrap(bytes));
      case CheckedFiles.Weights.OnDisk(var path) -> {
        var channel = FileChannel.open(path, StandardOpenOption.READ);
        try {
          yield of(name, channel, ByteBuffer.allocate(0));
        } catch (IOException | RuntimeException e) {
          channel.close();
          throw e;
        }
      }
    };
  }

  private static Safetensors of(String name, @Nullable FileChannel channel, ByteBuffer memory)
      throws IOException {
    long length = bytes(name, channel, memory, 0, Long.BYTES).getLong();
    if (length < 2 || length > MOST_HEADER) {
      throw new IOException(
          name + ": no safetensors file: its header would have " + length + " bytes");
    }
    var json = bytes(name, channel, memory, Long.BYTES, (int) length);
    var text = new byte[(int) length];
    json.get(text);
    return new Safetensors(name, channel, memory, PackJson.parse(name, text), Long.BYTES + length);
  }

  /// The file and its pack, for messages.
  String name() {
    return name;
  }

  /// Reads one tensor of 32 or 16 bit floats.
  Tensor read(String tensor, int rank) throws IOException {
    var entry = header.object(tensor);
    var shape = entry.wholes("shape");
    var offsets = entry.wholes("data_offsets");
    long count = 1;
    for (long side : shape) {
      count = side < 1 || side > 1 << 20 ? -1 : count * side;
    }
    if (shape.size() != rank || offsets.size() != 2 || count < 1 || count > 1 << 28) {
      throw new IOException(
          name + ": " + tensor + " must have " + rank + " dimensions, has the shape " + shape);
    }
    var type = entry.text("dtype");
    int width = type.equals("F32") ? Float.BYTES : Short.BYTES;
    if (offsets.getLast() - offsets.getFirst() != count * width || offsets.getFirst() < 0) {
      throw new IOException(name + ": " + tensor + " does not lie where its shape says");
    }
    var in = bytes(name, channel, memory, start + offsets.getFirst(), (int) (count * width));
    var values = new float[(int) count];
    for (int i = 0; i < values.length; i++) {
      values[i] =
          switch (type) {
            case "F32" -> in.getFloat();
            case "F16" -> Float.float16ToFloat(in.getShort());
            case "BF16" -> Float.intBitsToFloat(in.getShort() << 16);
            default -> throw entry.wrong("dtype", "F32, F16 or BF16");
          };
    }
    return new Tensor(shape, values);
  }

  private static ByteBuffer bytes(
      String name, @Nullable FileChannel channel, ByteBuffer memory, long from, int count)
      throws IOException {
    var out = ByteBuffer.allocate(count).order(ByteOrder.LITTLE_ENDIAN);
    if (channel == null) {
      int there = Math.clamp(memory.limit() - from, 0, count);
      out.put(0, memory, (int) Math.min(from, memory.limit()), there).position(there);
    } else {
      while (out.hasRemaining() && channel.read(out, from + out.position()) >= 0) {
        // goes on until it is full or the file ends
      }
    }
    if (out.hasRemaining()) {
      throw new IOException(name + ": ends before " + (from + count) + " bytes");
    }
    return out.flip();
  }

  @Override
  public void close() throws IOException {
    if (channel != null) {
      channel.close();
    }
  }
}
