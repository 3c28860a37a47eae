package dev.anmok.spark.global;

import java.io.Serializable;
import org.apache.spark.Partitioner;

/// Which task compares which members of which cell. A cell that is small enough is one task; a
/// larger one is cut into blocks, and every two of its blocks, and every block with itself, are a
/// task.
final class CellTasks implements Serializable {
  private static final long serialVersionUID = 1;

  /// Values of a block's vectors at most: 64 MiB. A task holds two blocks.
  private static final long VALUES = 1L << 24;

  /// Below this many members a block does not make the work even any more.
  private static final int FEWEST = 4_096;

  private final int[] blocks;
  private final int[] first;
  private final int tasks;

  /// Where a member is needed.
  interface Needed {
    /// In a task.
    ///
    /// @param second whether it is of the second of the task's two blocks
    void in(int task, boolean second);
  }

  private CellTasks(int[] blocks) {
    this.blocks = blocks;
    this.first = new int[blocks.length];
    int next = 0;
    for (int cell = 0; cell < blocks.length; cell++) {
      first[cell] = next;
      next = Math.addExact(next, blocks[cell] * (blocks[cell] + 1) / 2);
    }
    this.tasks = next;
  }

  /// Members of a block that a task always has room for twice.
  static long most(int dimension) {
    return Math.max(1, VALUES / dimension);
  }

  /// Cuts cells.
  ///
  /// @param members of each cell
  /// @param most members of a block at most
  /// @param cores that share the work
  static CellTasks of(long[] members, long most, int cores) {
    double pairs = 0;
    for (long in : members) {
      pairs += (double) in * in / 2;
    }
    long even = Math.max(FEWEST, (long) Math.sqrt(pairs / (2.0 * cores)));
    long size = Math.min(most, even);
    var blocks = new int[members.length];
    for (int cell = 0; cell < blocks.length; cell++) {
      blocks[cell] = Math.max(1, Math.toIntExact(Math.ceilDiv(members[cell], size)));
    }
    return new CellTasks(blocks);
  }

  int count() {
    return tasks;
  }

  /// Tells of the tasks that need a member of a cell.
  void each(int cell, long id, Needed needed) {
    int own = (int) (((id * 0x9E3779B97F4A7C15L) >>> 16) % blocks[cell]);
    for (int other = 0; other < blocks[cell]; other++) {
      int low = Math.min(own, other);
      int high = Math.max(own, other);
      needed.in(first[cell] + high * (high + 1) / 2 + low, own > other);
    }
  }

  /// Deals tasks out in turn, so that those of one large cell come to different places.
  static final class InTurn extends Partitioner {
    private static final long serialVersionUID = 1;
    private final int parts;

    InTurn(int parts) {
      this.parts = parts;
    }

    @Override
    public int numPartitions() {
      return parts;
    }

    @Override
    public int getPartition(Object task) {
      return (Integer) task % parts;
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof InTurn that && that.parts == parts;
    }

    @Override
    public int hashCode() {
      return parts;
    }
  }
}
