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

    void add(byte[][] band, int width) {
      var sums = ColumnSums.ofWidth(width);
      for (int y = 1; y < band.length - 1; y++) {
        LumaKernel.FASTEST.addLaplacian(band[y - 1], band[y], band[y + 1], width - 2, sums);
      }
      for (int x = 0; x < width - 2; x++) {
        sum += sums.laplacian()[x];
        squares += sums.laplacian2()[x];
      }
      count += (long) (width - 2) * (band.length - 2);
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
      for (int top = 0; top + rows <= luma.height(); top += EVERY) {
        var band = new byte[rows][width];
        for (int y = 0; y < rows; y++) {
          luma.row(top + y, band[y], 0);
        }
        fine.add(band, width);
        coarse.add(halved(band, width / 2), width / 2);
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

  private static byte[][] halved(byte[][] band, int width) {
    var out = new byte[band.length / 2][width];
    for (int y = 0; y < out.length; y++) {
      var above = band[2 * y];
      var below = band[2 * y + 1];
      for (int x = 0; x < width; x++) {
        int upper = (above[2 * x] & 0xff) + (above[2 * x + 1] & 0xff);
        int lower = (below[2 * x] & 0xff) + (below[2 * x + 1] & 0xff);
        out[y][x] = (byte) ((upper + lower + 2) >> 2);
      }
    }
    return out;
  }
}
