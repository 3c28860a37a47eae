package dev.anmok.core.cluster;

import dev.anmok.core.embed.Dot;
import dev.anmok.core.embed.PackedRows;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Finds every two of many unit vectors whose cosine similarity is large enough, exactly, block by
/// block on several cores. Pairs are ruled out by their [Sketch] where that is faster; those that
/// remain are computed anew in double precision ([ExactCosine]), so that neither the order of
/// additions nor the machine decides.
///
/// Memory: a few blocks of rows a core, and the sketches in a temporary file of at most 1 KiB a
/// row.
final class PairScan implements AutoCloseable {
  /// Rows of a block that the others meet; also the step in which [KeeperGroups] goes on.
  static final int COLUMNS = 512;

  private static final int LEFT = 256;

  /// More than float rounding adds to a dot product of at most 1,500 values, or to a sketch's.
  private static final double SLACK = 1e-4;

  private final VectorRows rows;
  private final double least;
  private final int threads;
  private final @Nullable VectorFile sketches;

  /// Told of pairs, from several threads.
  interface Visitor {
    /// Whether a pair need be looked at; what is not wanted is not reported.
    default boolean wanted(int first, int second) {
      return true;
    }

    /// Takes a pair.
    ///
    /// @param first row number, smaller than `second`
    /// @param cosine their cosine similarity, at least the scan's limit
    void pair(int first, int second, double cosine);
  }

  /// Prepares a scan on all cores.
  ///
  /// @param least smallest cosine similarity of a pair
  /// @throws IOException if there is no room for a temporary file
  PairScan(VectorRows rows, double least) throws IOException {
    this(rows, least, Runtime.getRuntime().availableProcessors());
  }

  /// Prepares a scan.
  ///
  /// @param threads how many it works with; with one the caller's alone
  PairScan(VectorRows rows, double least, int threads) throws IOException {
    this.rows = rows;
    this.least = least;
    this.threads = threads;
    this.sketches = Sketch.of(rows, least - SLACK).orElse(null);
  }

  /// Visits every pair once, in no order.
  void all(Visitor visitor) {
    blocks(0, rows.rows(), visitor);
  }

  /// Visits every pair of a row before `split` and one from there on, in no order.
  void across(int split, Visitor visitor) {
    blocks(split, split, visitor);
  }

  /// Rows from `start` on, block by block, meet those that come first, at most `most`.
  private void blocks(int start, int most, Visitor visitor) {
    var next = new AtomicInteger(Math.ceilDiv(rows.rows() - start, COLUMNS));
    everywhere(_ -> {
      var block = new Block();
      var left = new Left();
      for (int number = next.decrementAndGet(); number >= 0; number = next.decrementAndGet()) {
        int from = start + number * COLUMNS;
        int to = Math.min(rows.rows(), from + COLUMNS);
        block.take(from, to);
        left.meet(0, Math.min(to, most), block, visitor);
      }
    });
  }

  /// Visits every pair whose second row is one of `from` to `to` (exclusive), at most [#COLUMNS]
  /// rows, and whose first row comes before `from`.
  void before(int from, int to, Visitor visitor) {
    int parts = Math.ceilDiv(from, 16 * LEFT);
    var next = new AtomicInteger();
    var block = new Block();
    block.take(from, to);
    everywhere(_ -> {
      var left = new Left();
      for (int part = next.getAndIncrement(); part < parts; part = next.getAndIncrement()) {
        left.meet(part * 16 * LEFT, Math.min(from, (part + 1) * 16 * LEFT), block, visitor);
      }
    });
  }

  /// Visits every pair of two rows of `from` to `to` (exclusive), at most [#COLUMNS] rows.
  void within(int from, int to, Visitor visitor) {
    var block = new Block();
    block.take(from, to);
    new Left().meet(from, to, block, visitor);
  }

  private void everywhere(java.util.function.IntConsumer task) {
    IntStream.range(0, threads).parallel().forEach(task);
  }

  @Override
  public void close() throws IOException {
    if (sketches != null) {
      sketches.close();
    }
  }

  private VectorRows shorts() {
    return sketches == null ? rows : sketches;
  }

  /// Rows that others meet, on several cores at once.
  private final class Block {
    private final PackedRows packed = new PackedRows(COLUMNS, shorts().dimension());
    private final float[] whole = new float[COLUMNS * rows.dimension()];
    private int from;

    void take(int first, int last) {
      from = first;
      rows.copy(first, last, whole);
      if (sketches == null) {
        packed.pack(whole, last - first);
      } else {
        var block = new float[(last - first) * sketches.dimension()];
        sketches.copy(first, last, block);
        packed.pack(block, last - first);
      }
    }
  }

  /// One core's rows that meet blocks.
  private final class Left {
    private final float[] left = new float[LEFT * shorts().dimension()];
    private final float[] other = new float[rows.dimension()];
    private int held = -1;

    void meet(int first, int last, Block block, Visitor visitor) {
      for (int at = first; at < last; at += LEFT) {
        int end = Math.min(last, at + LEFT);
        int start = at;
        shorts().copy(at, end, left);
        block.packed.meet(
            left,
            end - at,
            (float) (least - SLACK),
            (row, column, _) -> look(start + row, column, block, visitor));
      }
    }

    private void look(int first, int column, Block block, Visitor visitor) {
      int second = block.from + column;
      if (first >= second || !visitor.wanted(first, second)) {
        return;
      }
      if (held != first) {
        rows.copy(first, first + 1, other);
        held = first;
      }
      int at = column * other.length;
      if (sketches == null || Dot.of(other, 0, block.whole, at, other.length) >= least - SLACK) {
        double cosine = ExactCosine.of(other, 0, block.whole, at, other.length);
        if (cosine >= least) {
          visitor.pair(first, second, cosine);
        }
      }
    }
  }
}
