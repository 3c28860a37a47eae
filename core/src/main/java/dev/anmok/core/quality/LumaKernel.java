package dev.anmok.core.quality;

/// The inner loops over a [Luma]; every kernel gives the same numbers. Arguments were checked by
/// the caller. Each call does much work, so that it is compiled by itself.
sealed interface LumaKernel permits ScalarLumaKernel, VectorLumaKernel {
  LumaKernel FASTEST = VectorModule.pays() ? new VectorLumaKernel() : new ScalarLumaKernel();

  /// How many phases [#addSteps] keeps apart.
  int PHASES = 8;

  /// Rec. 601 luma of each pixel.
  void grey(byte[] rgb, byte[] out);

  /// How many values are less than `level`, 1..255.
  int countUnder(byte[] values, int level);

  /// For `x` from 1 to `width - 2`, sums down `rows` rows (at most 16), the first of which begins
  /// at `at`: of the absolute responses of [Noise], and of the values.
  void responses(byte[] values, int at, int width, int rows, short[] responses, short[] sums);

  /// For `i` under `count`, adds to `sums[i % 8]` by how much the step of [Blockiness] before
  /// `values[at + i]` stands out.
  ///
  /// @param stride how far apart neighbours lie: 1 along rows, the width down columns
  void addSteps(byte[] values, int at, int count, int stride, int[] sums);

  /// Finds the strong edges of [EdgeWidths] of many lines at once: value `i` of line `k` is
  /// `values[i * lines + k]`.
  ///
  /// @param lines a multiple of [#LINES]
  void edges(byte[] values, int lines, int length, EdgeTally found);

  /// Lines are looked at by so many at a time.
  int LINES = 32;
}
