package dev.anmok.benchmarks;

import dev.anmok.core.embed.Embedding;
import dev.anmok.core.embed.VectorSpace;
import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// The raw files that `training/reference/faiss_speed.py` draws: little-endian rows, unit vectors
/// in `base.f32` and `queries.f32`, numbers of the ten best rows of each query in `truth.i32`.
record VectorFiles(Path folder, VectorSpace space) {
  static final int K = 10;

  VectorFiles(Path folder, int dimension) {
    this(folder, new VectorSpace("benchmark", "none", "none", "none", dimension));
  }

  List<Embedding> queries(int most) throws IOException {
    var queries = new ArrayList<Embedding>();
    try (var rows = new Rows(folder.resolve("queries.f32"), space)) {
      while (queries.size() < most && rows.hasNext()) {
        queries.add(rows.next());
      }
    }
    return queries;
  }

  /// Names of the best rows of each query.
  List<Set<String>> truth(int most) throws IOException {
    var all =
        ByteBuffer.wrap(Files.readAllBytes(folder.resolve("truth.i32")))
            .order(ByteOrder.LITTLE_ENDIAN);
    var truth = new ArrayList<Set<String>>();
    while (truth.size() < most && all.hasRemaining()) {
      var best = new HashSet<String>();
      for (int i = 0; i < K; i++) {
        best.add(name(all.getInt()));
      }
      truth.add(best);
    }
    return truth;
  }

  Rows base() throws IOException {
    return new Rows(folder.resolve("base.f32"), space);
  }

  static String name(int row) {
    return "photo-" + row;
  }

  /// Rows one after the other.
  static final class Rows implements Closeable {
    private final VectorSpace space;
    private final DataInputStream in;
    private final byte[] row;
    private long left;

    private Rows(Path file, VectorSpace space) throws IOException {
      this.space = space;
      this.row = new byte[space.dimension() * Float.BYTES];
      this.left = Files.size(file) / row.length;
      this.in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file), 1 << 20));
    }

    boolean hasNext() {
      return left > 0;
    }

    Embedding next() throws IOException {
      in.readFully(row);
      left--;
      var values = new float[space.dimension()];
      ByteBuffer.wrap(row).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(values);
      return Embedding.normalize(space, values);
    }

    @Override
    public void close() throws IOException {
      in.close();
    }
  }
}
