package dev.anmok.core.quality;

import java.util.Arrays;

/// How a picture's energy lies over spatial frequencies and directions.
///
/// The luma is covered by squares of 128x128 pixels, as many as fit along each side, at least one,
/// centred (the offset rounded down); where the luma is smaller it goes on mirrored. Of these,
/// every second one counts, as on a chessboard, the first among them. From each its mean is
/// subtracted and a Hann window `0.5 - 0.5 cos(2π i / 128)` in both directions applied; the squared
/// magnitudes of its Fourier transform are added up over the squares (Welch's method). A bin with
/// `fx` and `fy` cycles a pixel, -1/2 to under 1/2, has the frequency `sqrt(fx²
/// + fy²)`. Shares are of the energy of all bins but that of frequency 0; they are 0 for a flat
///   picture. Computed in single precision.
///
/// Anisotropy is `(a - b) / (a + b)`, `a` and `b` the greatest and least energy among eight sectors
/// of directions, of bins from 1/16 to under 1/4 cycle a pixel: sector `floor(8 angle / π)` with
/// the angle of `(fx, fy)` modulo π; 0 where these bins hold under a millionth of all energy.
/// Motion takes the energy along its direction and leaves that across.
///
/// Source of the averaging: Welch, "The Use of Fast Fourier Transform for the Estimation of Power
/// Spectra", 1967.
final class Spectrum {
  private static final int SIDE = Fourier.SIDE;
  private static final int SECTORS = 8;
  private static final double SOME = 1e-6;

  /// Rings: under 1/16, under 1/8, under 1/4, from there on.
  private static final int RINGS = 4;

  /// Bin `fx * SIDE + fy` to `ring * SECTORS + sector`, -1 for frequency 0.
  private static final int[] CLASSES = classes();

  private static final float[] WINDOW = window();

  private final byte[] square = new byte[SIDE * SIDE];
  private final short[] sums = new short[SIDE]; // of columns, which fit
  private final double[] rings = new double[RINGS];
  private final double[] sectors = new double[SECTORS];

  Spectrum(Luma luma) {
    int across = Math.max(1, luma.width() / SIDE);
    int down = Math.max(1, luma.height() / SIDE);
    var power = new float[SIDE * SIDE];
    var fourier = new Fourier();
    var real = new float[SIDE * SIDE];
    var imaginary = new float[SIDE * SIDE];
    int left = Math.max(0, luma.width() - across * SIDE) / 2;
    int top = Math.max(0, luma.height() - down * SIDE) / 2;
    // Two squares go through one transform: the power of a + ib, summed over a bin and its
    // opposite,
    // which are of one class, is the sum of both powers.
    boolean half = false;
    for (int square = 0; square < across * down; square++) {
      int x = square % across;
      int y = square / across;
      if ((x + y) % 2 == 0) {
        fill(luma, left + x * SIDE, top + y * SIDE, half ? imaginary : real);
        if (half) {
          fourier.addPower(real, imaginary, power);
        }
        half = !half;
      }
    }
    if (half) {
      Arrays.fill(imaginary, 0);
      fourier.addPower(real, imaginary, power);
    }
    for (int i = 0; i < power.length; i++) {
      int c = CLASSES[i];
      if (c >= 0) {
        int ring = c / SECTORS;
        rings[ring] += power[i];
        if (ring == 1 || ring == 2) {
          sectors[c % SECTORS] += power[i];
        }
      }
    }
  }

  double aboveEighth() {
    return share(rings[2] + rings[3]);
  }

  double aboveQuarter() {
    return share(rings[3]);
  }

  double anisotropy() {
    if (share(rings[1] + rings[2]) < SOME) {
      return 0;
    }
    double most = 0;
    double least = Double.MAX_VALUE;
    for (double sector : sectors) {
      most = Math.max(most, sector);
      least = Math.min(least, sector);
    }
    return (most - least) / (most + least);
  }

  private double share(double part) {
    double all = rings[0] + rings[1] + rings[2] + rings[3];
    return all == 0 ? 0 : part / all;
  }

  private void fill(Luma luma, int left, int top, float[] out) {
    boolean inside = left + SIDE <= luma.width();
    Arrays.fill(sums, (short) 0);
    for (int y = 0; y < SIDE; y++) {
      int row = Mirror.at(top + y, luma.height()) * luma.width();
      if (inside) {
        System.arraycopy(luma.bytes(), row + left, square, y * SIDE, SIDE);
      } else {
        for (int x = 0; x < SIDE; x++) {
          square[y * SIDE + x] = luma.bytes()[row + Mirror.at(x, luma.width())];
        }
      }
      LumaKernel.FASTEST.addValues(square, y * SIDE, SIDE, sums);
    }
    int sum = 0;
    for (short column : sums) {
      sum += column;
    }
    float mean = (float) sum / (SIDE * SIDE);
    for (int y = 0; y < SIDE; y++) {
      LumaKernel.FASTEST.window(square, y * SIDE, mean, WINDOW[y], WINDOW, out, y * SIDE);
    }
  }

  private static float[] window() {
    var window = new float[SIDE];
    for (int i = 0; i < SIDE; i++) {
      window[i] = (float) (0.5 - 0.5 * StrictMath.cos(2 * Math.PI * i / SIDE));
    }
    return window;
  }

  private static int[] classes() {
    var classes = new int[SIDE * SIDE];
    for (int y = 0; y < SIDE; y++) {
      for (int x = 0; x < SIDE; x++) {
        classes[x * SIDE + y] = classOf(signed(x), signed(y));
      }
    }
    return classes;
  }

  private static int signed(int bin) {
    return bin < SIDE / 2 ? bin : bin - SIDE;
  }

  private static int classOf(int fx, int fy) {
    int square = fx * fx + fy * fy;
    if (square == 0) {
      return -1;
    }
    int ring = 0;
    for (int radius = SIDE / 16; ring < RINGS - 1 && square >= radius * radius; radius *= 2) {
      ring++;
    }
    double angle = StrictMath.atan2(fy, fx);
    double turned = angle < 0 ? angle + Math.PI : angle;
    return ring * SECTORS + (int) (turned / Math.PI * SECTORS) % SECTORS;
  }
}
