package dev.anmok.core.embed;

import java.lang.foreign.MemorySegment;

/// One way to compute dot products; bounds were checked by the caller.
sealed interface DotKernel permits ScalarDotKernel, VectorDotKernel {
  String name();

  float dot(float[] a, int aOffset, float[] b, int bOffset, int length);

  void manyToMany(
      float[] left, int leftRows, float[] right, int rightRows, int dimension, float[] out);

  /// Integer dot products of a query with the rows `from` to `to` (exclusive) of a block whose rows
  /// are as long as the query; every value is in -127..127.
  ///
  /// @param out receives `to - from` values
  void bytes(byte[] query, byte[] rows, int from, int to, int[] out);

  /// The same with single rows of a block that lies in a memory segment.
  ///
  /// @param which numbers of the rows
  /// @param count how many of them
  /// @param out receives `count` values
  void bytes(byte[] query, MemorySegment block, int[] which, int count, int[] out);

  /// The same with the rows `from` to `to` (exclusive) of a block that lies in a memory segment.
  ///
  /// @param out receives `to - from` values
  void bytes(byte[] query, MemorySegment block, int from, int to, int[] out);

  /// Columns that lie side by side in a panel: value `k` of column `c` is `panel[k * width + c]`.
  int panelWidth();

  /// Dot products of four rows, from `left[row * dimension]` on, with the columns of one panel.
  ///
  /// @param at where the panel begins in `panels`
  /// @param out receives `4 * panelWidth()` values, row-major, if any of them reaches `least`
  /// @return whether any does
  boolean reaches(
      float[] left, int row, float[] panels, int at, int dimension, float least, float[] out);

  /// The Vector API's kernel if its module is in the running JVM, else the plain one.
  static DotKernel fastest() {
    boolean present = ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent();
    return present ? new VectorDotKernel() : new ScalarDotKernel();
  }
}
