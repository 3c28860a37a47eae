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

  private final double nativeStd;
  private final double halfStd;

  /// The Laplacians of the pixels inside all bands.
  private static final class Moments {
    private long count;
    private long sum;
    private long squares;

    /// Adds those of rows of `width` values from `from` on.
    void add(byte[] v, int from, int width, int height, ColumnSums sums) {
      sums.clear();
      for (int y = 1; y < height - 1; y++) {
        int here = from + y * width + 1;
        LumaKernel.FASTEST.addLaplacian(v, here - width, here, here + width, width - 2, sums, 0);
      }
      for (int x = 0; x < width - 2; x++) {
        sum += sums.laplacian()[x];
        squares += sums.laplacian2()[x];
      }
      count += (long) (width - 2) * (height - 2);
    }

    double std() {
      return count == 0 ? 0 : Spread.std(count, sum, squares);
    }
  }

  Octave(Luma luma) {
    var fine = new Moments();
    var coarse = new Moments();
    int width = luma.width();
    int rows = Math.min(BAND, luma.height());
    if (rows >= MIN_SIDE && width >= MIN_SIDE) {
      var sums = ColumnSums.ofWidth(width);
      var half = new byte[(rows / 2) * (width / 2)];
      for (int top = 0; top + rows <= luma.height(); top += EVERY) {
        fine.add(luma.bytes(), top * width, width, rows, sums);
        halve(luma.bytes(), top * width, width, rows, half);
        coarse.add(half, 0, width / 2, rows / 2, sums);
      }
    }
    nativeStd = fine.std();
    halfStd = coarse.std();
  }

  double nativeStd() {
    return nativeStd;
  }

  double ratio() {
    return halfStd == 0 ? 0 : nativeStd / halfStd;
  }

  private static void halve(byte[] v, int from, int width, int height, byte[] out) {
    int half = width / 2;
    for (int y = 0; y < height / 2; y++) {
      int above = from + 2 * y * width;
      int below = above + width;
      for (int x = 0; x < half; x++) {
        int upper = (v[above + 2 * x] & 0xff) + (v[above + 2 * x + 1] & 0xff);
        int lower = (v[below + 2 * x] & 0xff) + (v[below + 2 * x + 1] & 0xff);
        out[y * half + x] = (byte) ((upper + lower + 2) >> 2);
      }
    }
  }
}
