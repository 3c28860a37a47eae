package dev.anmok.core.cluster;

import dev.anmok.core.embed.Embedding;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// Vectors in a temporary file that is mapped into memory: `4 * dimension` bytes a row on the disk
/// and none in the heap, since the system keeps as much of it in memory as is free. Rows are added
/// by one thread and read once all are there; then it is thread-safe. The file is gone when it is
/// closed, and from the start where the system lets a file go that is still open.
public final class VectorFile implements VectorRows, AutoCloseable {
  private static final ValueLayout.OfFloat FLOAT =
      ValueLayout.JAVA_FLOAT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

  /// Bytes by which the file grows.
  private static final long STEP = 64L << 20;

  private final Path path;
  private final FileChannel channel;
  private final int dimension;
  private final float[] row;
  private Arena arena = Arena.ofShared();
  private MemorySegment values = MemorySegment.NULL;
  private int rows;

  private VectorFile(Path path, FileChannel channel, int dimension) {
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
  public void add(Embedding vector) throws IOException {
    if (vector.space().dimension() != dimension) {
      throw new IllegalArgumentException(
          "expected " + dimension + " dimensions, " + vector + " has another number");
    }
    vector.copyTo(row, 0);
    add(row, 1);
  }

  /// Adds the first `count` rows of a block, row-major.
  public void add(float[] block, int count) throws IOException {
    long end = (rows + (long) count) * dimension * Float.BYTES;
    if (end > values.byteSize()) {
      map(Math.max(end, values.byteSize() + Math.max(STEP, values.byteSize() / 2)));
    }
    MemorySegment.copy(block, 0, values, FLOAT, offset(rows), count * dimension);
    rows += count;
  }

  private void map(long bytes) throws IOException {
    arena.close();
    arena = Arena.ofShared();
    try {
      values = channel.map(FileChannel.MapMode.READ_WRITE, 0, bytes, arena);
    } catch (IOException e) {
      throw new IOException(
          path + ": a temporary file of " + (bytes >> 20) + " MiB for vectors cannot be made", e);
    }
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

  @Override
  public void copy(int from, int to, float[] block) {
    if (from < 0 || to > rows || from > to) {
      throw new IndexOutOfBoundsException(from + ".." + to + " of " + rows + " rows");
    }
    MemorySegment.copy(values, FLOAT, offset(from), block, 0, (to - from) * dimension);
  }

  @Override
  public void close() throws IOException {
    arena.close();
    channel.close();
  }
}
