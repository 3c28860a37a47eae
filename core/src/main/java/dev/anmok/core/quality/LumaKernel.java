package dev.anmok.core.quality;

/// The inner loops of measuring; every kernel gives the same numbers (floats may differ in the last
/// bits). Arguments were checked by the caller.
sealed interface LumaKernel permits ScalarLumaKernel, VectorLumaKernel {
  LumaKernel FASTEST = fastest();

  /// Rec. 601 luma of each pixel.
  void grey(byte[] rgb, byte[] out);

  /// How many values are less than `level`, 1..255.
  int countUnder(byte[] values, int level);

  /// `bent[x] = values[at - width + x] - 2 values[at + x] + values[at + width + x]`, for `x` under
  /// `width`: the second difference down the columns.
  void bend(byte[] values, int at, int width, short[] bent);

  /// Adds `|bent[x - 1] - 2 bent[x] + bent[x + 1]|` to `sums[x]`, for `x` from 1 to `width - 2`.
  void addBends(short[] bent, int width, short[] sums);

  /// Adds `values[row + x]` to `sums[x]`, for `x` under `width`.
  void addValues(byte[] values, int row, int width, short[] sums);

  /// Adds to `sums[i - from]` by how much the step of [Blockiness] before each value stands out,
  /// `from <= i < to`.
  ///
  /// @param stride how far apart neighbours lie: 1 along rows, the width down columns
  void addSteps(byte[] values, int from, int to, int stride, short[] sums);

  /// Adds `count` pixels from `here` on to the sums from `column` on that know of luma alone.
  void addLuma(byte[] values, int here, int count, ColumnSums sums, int column);

  /// The same for the sums of Laplacians. The neighbours above and below begin at `above` and
  /// `below`; those before the first and behind the last pixel of each row are there.
  void addLaplacian(
      byte[] values, int above, int here, int below, int count, ColumnSums sums, int column);

  /// The same for the sum of gradients.
  void addGradient(
      byte[] values, int above, int here, int below, int count, ColumnSums sums, int column);

  /// `out[to + x] = (values[from + x] - mean) * scale * window[x]`, for all of the window.
  void window(
      byte[] values, int from, float mean, float scale, float[] window, float[] out, int to);

  /// Rotates the lower of two rows of [Fourier#SIDE] complex values by `cos + i sin` and replaces
  /// the upper by the sum, the lower by the difference.
  void butterfly(float[] real, float[] imaginary, int upper, int lower, float cos, float sin);

  /// Adds the squared magnitudes.
  void addPower(float[] real, float[] imaginary, float[] power);

  private static LumaKernel fastest() {
    boolean present = ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent();
    return present && VectorLumaKernel.pays() ? new VectorLumaKernel() : new ScalarLumaKernel();
  }
}
