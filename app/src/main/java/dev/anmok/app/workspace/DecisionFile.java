package dev.anmok.app.workspace;

import dev.anmok.core.pipeline.StoredDecision;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/// Decisions on their way from those who make them to the catalog, in a temporary file: however
/// long they take to make, they are stored in one go. For one thread; the file goes with it.
final class DecisionFile implements AutoCloseable {
  private final Path path;
  private final DataOutputStream out;
  private long size;

  private DecisionFile(Path path) throws IOException {
    this.path = path;
    this.out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(path)));
  }

  /// An empty one, in the system's folder for temporary files.
  static DecisionFile create() throws IOException {
    return new DecisionFile(Files.createTempFile("anmok-decisions", ".tmp"));
  }

  /// Adds one.
  ///
  /// @throws UncheckedIOException if there is no room
  void add(StoredDecision decision) {
    try {
      write(decision.item());
      write(decision.uri());
      out.writeInt(decision.rank());
      write(decision.reason());
      write(decision.detail());
      out.writeDouble(decision.score());
      size++;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void write(String text) throws IOException {
    var bytes = text.getBytes(StandardCharsets.UTF_8);
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  /// All that were added, in their order; none may be added afterwards. The stream must be closed.
  Stream<StoredDecision> read() throws IOException {
    out.close();
    var in = new DataInputStream(new BufferedInputStream(Files.newInputStream(path)));
    return LongStream.range(0, size)
        .mapToObj(_ -> next(in))
        .onClose(() -> {
          try {
            in.close();
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
  }

  private static StoredDecision next(DataInputStream in) {
    try {
      return new StoredDecision(
          text(in), text(in), in.readInt(), text(in), text(in), in.readDouble());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String text(DataInputStream in) throws IOException {
    return new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8);
  }

  @Override
  public void close() throws IOException {
    try (out) {
      Files.deleteIfExists(path);
    }
  }
}
