package dev.anmok.core.quality;

/// The two-dimensional Fourier transform of 64x64 values by radix 4, in single precision.
/// Thread-safe.
final class Fourier {
  static final int SIDE = 64;

  private static final int RADIX = 4;
  private static final int BLOCK = 16;
  private static final float[] COSINES = new float[SIDE];
  private static final float[] SINES = new float[SIDE];

  static {
    for (int i = 0; i < SIDE; i++) {
      COSINES[i] = (float) StrictMath.cos(2 * Math.PI * i / SIDE);
      SINES[i] = (float) -StrictMath.sin(2 * Math.PI * i / SIDE);
    }
  }

  private Fourier() {}

  /// The cosine of so many parts of [#SIDE] of a circle, under [#SIDE].
  static float cos(int turn) {
    return COSINES[turn];
  }

  /// The sine of as many parts the other way round.
  static float sin(int turn) {
    return SINES[turn];
  }

  /// Transforms a square, row by row from the top left, and adds the squared magnitude of the bin
  /// `fx, fy` to `power[fx * SIDE + fy]`. Destroys its input.
  static void addPower(float[] real, float[] imaginary, float[] power) {
    columns(real, imaginary);
    turn(real);
    turn(imaginary);
    columns(real, imaginary);
    FourierKernel.FASTEST.addPower(real, imaginary, power);
  }

  /// Transforms every column at once: a butterfly is between rows.
  private static void columns(float[] real, float[] imaginary) {
    var spare = new float[SIDE];
    for (int y = 0; y < SIDE; y++) {
      int turned = y % RADIX * RADIX * RADIX + y / RADIX % RADIX * RADIX + y / (RADIX * RADIX);
      if (turned > y) {
        swap(real, y * SIDE, turned * SIDE, spare);
        swap(imaginary, y * SIDE, turned * SIDE, spare);
      }
    }
    for (int quarter = 1; quarter < SIDE; quarter *= RADIX) {
      FourierKernel.FASTEST.pass(real, imaginary, quarter);
    }
  }

  private static void swap(float[] values, int a, int b, float[] spare) {
    System.arraycopy(values, a, spare, 0, SIDE);
    System.arraycopy(values, b, values, a, SIDE);
    System.arraycopy(spare, 0, values, b, SIDE);
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
