package dev.anmok.core.image;

/// One way to run the two passes of [Resize]; every kernel gives the same bytes. Arguments were
/// checked by the caller.
sealed interface ResizeKernel permits ScalarResizeKernel, VectorResizeKernel {
  /// Applies the weights along rows of `channels * columns.inSize()` values, from row `firstRow`
  /// on.
  ///
  /// @param channels interleaved values a pixel, 1 or 3
  /// @param out filled with as many rows of `channels * columns.outSize()` values as it has room
  ///   for
  void horizontal(byte[] in, int channels, int firstRow, Weights columns, byte[] out);

  /// Applies the weights down each column.
  ///
  /// @param in rows of `rowLength` values; the first of them is row `firstRow` of the weights'
  ///   input
  /// @param out receives `rows.outSize() * rowLength` values
  void vertical(byte[] in, int rowLength, int firstRow, Weights rows, byte[] out);

  /// The Vector API's kernel if its module is in the running JVM and its vectors are wide enough to
  /// pay, else the plain one.
  static ResizeKernel fastest() {
    boolean present = ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent();
    return present && VectorResizeKernel.pays()
        ? new VectorResizeKernel()
        : new ScalarResizeKernel();
  }

  /// A fixed-point sum, which includes [Weights#HALF], as an 8-bit value.
  static byte clip(int sum) {
    return (byte) Math.clamp(sum >> Weights.PRECISION, 0, 255);
  }
}
