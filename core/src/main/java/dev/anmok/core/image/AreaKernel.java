package dev.anmok.core.image;

/// One way to run the two passes of [AreaReduction]; every kernel gives the same bytes. Arguments
/// were checked by the caller.
sealed interface AreaKernel permits ScalarAreaKernel, VectorAreaKernel {
  /// Means of runs of rows.
  ///
  /// @param in rows of `rowLength` values
  /// @param out receives `rows.outSize()` rows
  void vertical(byte[] in, int rowLength, Runs rows, byte[] out);

  /// Means of runs along each row.
  ///
  /// @param in rows of `columns.inSize()` values
  /// @param out filled with as many rows of `columns.outSize()` values as it has room for
  void horizontal(byte[] in, Runs columns, byte[] out);

  /// The Vector API's kernel where its module is in the running JVM and its vectors are wide.
  static AreaKernel fastest() {
    boolean present = ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent();
    return present && VectorAreaKernel.pays() ? new VectorAreaKernel() : new ScalarAreaKernel();
  }

  /// The rounded mean of a run.
  static byte mean(int sum, int weight) {
    return (byte) ((sum * weight + Weights.HALF) >> Weights.PRECISION);
  }
}
