package dev.anmok.core.quality;

/// The inner loops of [Fourier]; every kernel gives the same numbers to the last bit.
sealed interface FourierKernel permits ScalarFourierKernel, VectorFourierKernel {
  FourierKernel FASTEST =
      VectorModule.pays() ? new VectorFourierKernel() : new ScalarFourierKernel();

  /// A square of values less their mean, each times `window` of its row and of its column.
  ///
  /// @param at where the first row begins
  void window(byte[] values, int at, int stride, float[] window, float[] out);

  /// One pass of radix 4 over a square of [Fourier#SIDE] complex rows: for each `k` under
  /// `quarter`, rows `k`, `k + quarter`, `k + 2 quarter` and `k + 3 quarter` of every group of `4
  /// quarter` are transformed together, the last three turned before by `k`, `2 k` and `3 k`
  /// quarter-groups'-parts of a circle.
  void pass(float[] real, float[] imaginary, int quarter);

  /// Adds the squared magnitudes.
  void addPower(float[] real, float[] imaginary, float[] power);
}
