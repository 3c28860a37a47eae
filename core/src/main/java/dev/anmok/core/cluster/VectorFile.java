package dev.anmok.core.cluster;

import dev.anmok.core.embed.Embedding;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/// Vectors in a temporary file that is mapped into memory: `4 * dimension` bytes a row on the disk
/// and none in the heap, since the system keeps as much of it in memory as is free. Rows are added
/// by one thread, through a buffer of [#BUFFER] bytes; after [#finish] they are read, by any number
/// of threads. The file is gone when it is closed, and from the start where the system lets a file
/// go that is still open.
///
/// Rows are written and only then mapped, for reading: a full disk is an [IOException] of a write,
/// while a page of a mapping that finds no room would end the process.
public final class VectorFile implements VectorRows, AutoCloseable {
  private static final ValueLayout.OfFloat FLOAT =
      ValueLayout.JAVA_FLOAT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

  private static final int BUFFER = 1 << 18;

  private final Path path;
  private final FileChannel channel;
  private final int dimension;
  private final float[] row;
  private final Arena arena = Arena.ofShared();
  private @Nullable ByteBuffer buffer =
      ByteBuffer.allocate(BUFFER).order(ByteOrder.LITTLE_ENDIAN); // none once it is finished
  private MemorySegment values = MemorySegment.NULL;
  private int rows;

  /// @param path names the file in messages
  /// @param channel to write, to read and, in the end, to close
  VectorFile(Path path, FileChannel channel, int dimension) {
    this.path = path;
    this.channel = channel;
    this.dimension = dimension;
    this.row = new float[dimension];
  }

  /// Makes an empty file in the system's folder for temporary files.
  public static VectorFile create(int dimension) throws IOException {
    var path = Files.createTempFile("anmok-vectors", ".tmp");
    try {
      var channel =
          FileChannel.open(
              path,
              StandardOpenOption.READ,
              StandardOpenOption.WRITE,
              StandardOpenOption.DELETE_ON_CLOSE);
      return new VectorFile(path, channel, dimension);
    } catch (IOException e) {
      Files.deleteIfExists(path);
      throw e;
    }
  }

  /// Adds a row.
  ///
  /// @throws IllegalArgumentException if the vector is of another dimension
  /// @throws IOException if there is no room; the file is then of no more use
  public void add(Embedding vector) throws IOException {
    if (vector.space().dimension() != dimension) {
      throw new IllegalArgumentException(
          "expected " + dimension + " dimensions, " + vector + " has another number");
    }
    vector.copyTo(row, 0);
    add(row, 1);
  }

  /// Adds the first `count` rows of a block, row-major.
  ///
  /// @throws IOException if there is no room; the file is then of no more use
  public void add(float[] block, int count) throws IOException {
    var open = buffer;
    if (open == null) {
      throw new IllegalStateException("rows are added before the file is finished");
    }
    int end = Math.multiplyExact(count, dimension);
    for (int at = 0; at < end; ) {
      if (open.remaining() < Float.BYTES) {
        write(open);
      }
      int values = Math.min(end - at, open.remaining() / Float.BYTES);
      open.asFloatBuffer().put(block, at, values);
      open.position(open.position() + values * Float.BYTES);
      at += values;
    }
    rows = Math.addExact(rows, count);
  }

  /// Ends adding: from now on rows can be read. Once is enough.
  ///
  /// @throws IOException if there is no room; the file is then of no more use
  public void finish() throws IOException {
    if (buffer == null) {
      return;
    }
    write(buffer);
    buffer = null;
    try {
      values = channel.map(FileChannel.MapMode.READ_ONLY, 0, offset(rows), arena);
    } catch (IOException e) {
      throw new IOException(path + ": " + mebibytes(offset(rows)) + " cannot be mapped", e);
    }
  }

  private void write(ByteBuffer open) throws IOException {
    open.flip();
    try {
      while (open.hasRemaining()) {
        channel.write(open);
      }
    } catch (IOException e) {
      throw new IOException(
          path
              + ": no room for more than "
              + mebibytes(offset(rows))
              + " of vectors: "
              + e.getMessage()
              + "; free some space there, or name another folder by -Djava.io.tmpdir",
          e);
    }
    open.clear();
  }

  private static String mebibytes(long bytes) {
    return (bytes >> 20) + " MiB";
  }

  private long offset(int index) {
    return (long) index * dimension * Float.BYTES;
  }

  @Override
  public int rows() {
    return rows;
  }

  @Override
  public int dimension() {
    return dimension;
  }

  /// {@inheritDoc}
  ///
  /// @throws IllegalStateException if the file was not finished
  @Override
  public void copy(int from, int to, float[] block) {
    if (buffer != null) {
      throw new IllegalStateException("rows are read after the file is finished");
    }
    if (from < 0 || to > rows || from > to) {
      throw new IndexOutOfBoundsException(from + ".." + to + " of " + rows + " rows");
    }
    MemorySegment.copy(values, FLOAT, offset(from), block, 0, (to - from) * dimension);
  }

  @Override
  public void close() throws IOException {
    try (channel) {
      arena.close();
    }
  }
}
