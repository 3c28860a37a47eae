package dev.anmok.core.quality;

/// The inner loops over a [Plane]; every kernel gives the same numbers. Arguments were checked by
/// the caller. Each call does much work, so that it is compiled by itself.
sealed interface PlaneKernel permits ScalarPlaneKernel, VectorPlaneKernel {
  PlaneKernel FASTEST = VectorModule.pays() ? new VectorPlaneKernel() : new ScalarPlaneKernel();

  /// Unsigned bytes from `from` on as 16-bit values.
  void widen(byte[] values, int from, int count, short[] out, int to);

  /// `count` sums of 2x2 values, the upper rows beginning at `at`.
  void halve(short[] values, int at, int stride, int count, short[] out, int to);

  /// Sums each column of `rows` rows, the first of which begins at `at`, into the kinds of `sums`
  /// from [ColumnSums#LUMA] to [ColumnSums#YY]. All neighbours are there.
  void scan(short[] values, int at, int stride, int rows, ColumnSums sums);

  /// The same for the kinds from [ColumnSums#XX] on only.
  void tensors(short[] values, int at, int stride, int rows, ColumnSums sums);

  /// The same for [ColumnSums#LAPLACIAN] and [ColumnSums#LAPLACIAN2] only.
  void laplacians(short[] values, int at, int stride, int rows, ColumnSums sums);
}
