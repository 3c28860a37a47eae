package dev.anmok.core.quality;

import java.util.Arrays;

/// How a picture's energy lies over spatial frequencies and directions.
///
/// The luma is covered by squares of 64x64 pixels, as many as fit along each side, at least one,
/// centred (the offset rounded down); where the luma is smaller it goes on mirrored. Of these,
/// every fourth one counts: those at column `i` and row `j` where `i + 2 j` is a multiple of 4.
/// From each its mean is subtracted and a Hann window `0.5 - 0.5 cos(2π i / 64)` in both directions
/// applied; the squared magnitudes of its Fourier transform are added up over the squares (Welch's
/// method). A bin with `fx` and `fy` cycles a pixel, -1/2 to under 1/2, has the frequency `sqrt(fx²
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

  private final double[] rings = new double[RINGS];
  private final double[] sectors = new double[SECTORS];

  Spectrum(Luma luma) {
    int across = Math.max(1, luma.width() / SIDE);
    int down = Math.max(1, luma.height() / SIDE);
    int left = Math.max(0, luma.width() - across * SIDE) / 2;
    int top = Math.max(0, luma.height() - down * SIDE) / 2;
    var power = new float[SIDE * SIDE];
    var real = new float[SIDE * SIDE];
    var imaginary = new float[SIDE * SIDE];
    // Two squares go through one transform: the power of a + ib, summed over a bin and its
    // opposite, which are of one class, is the sum of both powers.
    boolean half = false;
    for (int y = 0; y < down; y++) {
      for (int x = 2 * (y % 2); x < across; x += 4) {
        fill(luma, left + x * SIDE, top + y * SIDE, half ? imaginary : real);
        if (half) {
          Fourier.addPower(real, imaginary, power);
        }
        half = !half;
      }
    }
    if (half) {
      Arrays.fill(imaginary, 0);
      Fourier.addPower(real, imaginary, power);
    }
    classify(power);
  }

  private void classify(float[] power) {
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

  private static void fill(Luma luma, int left, int top, float[] out) {
    if (left + SIDE <= luma.width() && top + SIDE <= luma.height()) {
      int at = top * luma.width() + left;
      FourierKernel.FASTEST.window(luma.bytes(), at, luma.width(), WINDOW, out);
      return;
    }
    var square = new byte[SIDE * SIDE];
    for (int y = 0; y < SIDE; y++) {
      int row = Mirror.at(top + y, luma.height()) * luma.width();
      for (int x = 0; x < SIDE; x++) {
        square[y * SIDE + x] = luma.bytes()[row + Mirror.at(left + x, luma.width())];
      }
    }
    FourierKernel.FASTEST.window(square, 0, SIDE, WINDOW, out);
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
