package dev.anmok.core.quality;

/// The two-dimensional Fourier transform of 128x128 values by radix 2, in single precision. One is
/// used by one thread.
final class Fourier {
  static final int SIDE = 128;

  private static final int BLOCK = 16;

  private static final int BITS = Integer.numberOfTrailingZeros(SIDE);
  private static final float[] COSINES = new float[SIDE / 2];
  private static final float[] SINES = new float[SIDE / 2];

  static {
    for (int i = 0; i < SIDE / 2; i++) {
      COSINES[i] = (float) StrictMath.cos(2 * Math.PI * i / SIDE);
      SINES[i] = (float) -StrictMath.sin(2 * Math.PI * i / SIDE);
    }
  }

  /// Transforms a square, row by row from the top left, and adds the squared magnitude of the bin
  /// `fx, fy` to `power[fx * SIDE + fy]`. Destroys its input.
  void addPower(float[] real, float[] imaginary, float[] power) {
    columns(real, imaginary);
    turn(real);
    turn(imaginary);
    columns(real, imaginary);
    LumaKernel.FASTEST.addPower(real, imaginary, power);
  }

  /// Transforms every column at once: a butterfly is between two rows.
  private static void columns(float[] real, float[] imaginary) {
    for (int y = 0; y < SIDE; y++) {
      int turned = Integer.reverse(y) >>> (32 - BITS);
      if (turned > y) {
        swap(real, y * SIDE, turned * SIDE);
        swap(imaginary, y * SIDE, turned * SIDE);
      }
    }
    for (int half = 1; half < SIDE; half *= 2) {
      for (int k = 0; k < half; k++) {
        float cos = COSINES[k * (SIDE / 2 / half)];
        float sin = SINES[k * (SIDE / 2 / half)];
        for (int y = k; y < SIDE; y += 2 * half) {
          LumaKernel.FASTEST.butterfly(real, imaginary, y * SIDE, (y + half) * SIDE, cos, sin);
        }
      }
    }
  }

  private static void swap(float[] values, int a, int b) {
    for (int x = 0; x < SIDE; x++) {
      float kept = values[a + x];
      values[a + x] = values[b + x];
      values[b + x] = kept;
    }
  }

  /// Block by block, so that both blocks stay in the nearest cache.
  private static void turn(float[] values) {
    for (int top = 0; top < SIDE; top += BLOCK) {
      for (int left = top; left < SIDE; left += BLOCK) {
        turn(values, top, left);
      }
    }
  }

  private static void turn(float[] values, int top, int left) {
    for (int y = top; y < top + BLOCK; y++) {
      for (int x = Math.max(left, y + 1); x < left + BLOCK; x++) {
        float kept = values[y * SIDE + x];
        values[y * SIDE + x] = values[x * SIDE + y];
        values[x * SIDE + y] = kept;
      }
    }
  }
}
