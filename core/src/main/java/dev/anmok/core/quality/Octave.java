package dev.anmok.core.quality;

/// Whether the finest octave of a picture at native resolution holds detail: an enlarged picture
/// has pixels but nothing in it.
///
/// Looked at are bands of 16 rows, one in eight: rows 128 k to 128 k + 15 that lie wholly inside,
/// or the first 16 (or fewer, at least 6) where there is none. At native resolution it is the
/// signed Laplacian ([Sharpness]'s kernel) of the pixels inside each band, those with all
/// neighbours in it; at half resolution the same of the band's means of 2x2 pixels, `(sum + 2) / 4`
/// rounded down, the odd last row and column left out. Standard deviations are over all bands
/// together. Sides under 6 give 0.
final class Octave {
  private static final int BAND = 16;
  private static final int EVERY = 128;
  private static final int MIN_SIDE = 6;

  private final Moments fine = new Moments();
  private final Moments coarse = new Moments();

  private static final class Moments {
    private long count;
    private long sum;
    private long squares;

    /// Adds the Laplacian of the pixels inside a band.
    void add(int[] v, int width, int height) {
      for (int y = 1; y < height - 1; y++) {
        for (int from = 1; from < width - 1; from += Luma.MAX_SIDE) {
          addRow(v, y * width, width, from, Math.min(width - 1, from + Luma.MAX_SIDE));
        }
      }
    }

    private void addRow(int[] v, int row, int width, int from, int to) {
      int s = 0;
      int s2 = 0; // at most 1020 * 1020 * Luma.MAX_SIDE, which fits
      for (int i = row + from; i < row + to; i++) {
        int value = v[i - width] + v[i + width] + v[i - 1] + v[i + 1] - 4 * v[i];
        s += value;
        s2 += value * value;
      }
      count += to - from;
      sum += s;
      squares += s2;
    }

    double std() {
      return count == 0 ? 0 : Spread.std(count, sum, squares);
    }
  }

  Octave(Luma luma) {
    int rows = Math.min(BAND, luma.height());
    if (rows < MIN_SIDE || luma.width() < MIN_SIDE) {
      return;
    }
    var band = new int[luma.width() * rows];
    for (int top = 0; top + rows <= luma.height(); top += EVERY) {
      for (int y = 0; y < rows; y++) {
        luma.row(top + y, band, y * luma.width());
      }
      fine.add(band, luma.width(), rows);
      coarse.add(halved(band, luma.width(), rows), luma.width() / 2, rows / 2);
    }
  }

  double nativeStd() {
    return fine.std();
  }

  double ratio() {
    return coarse.std() == 0 ? 0 : fine.std() / coarse.std();
  }

  private static int[] halved(int[] band, int width, int height) {
    int half = width / 2;
    var out = new int[half * (height / 2)];
    for (int y = 0; y < height / 2; y++) {
      int top = 2 * y * width;
      for (int x = 0; x < half; x++) {
        int i = top + 2 * x;
        out[y * half + x] =
            (band[i] + band[i + 1] + band[i + width] + band[i + width + 1] + 2) >> 2;
      }
    }
    return out;
  }
}
