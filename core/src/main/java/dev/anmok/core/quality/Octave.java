package dev.anmok.core.quality;

/// Whether the finest octave of a picture at native resolution holds detail: an enlarged picture
/// has pixels but nothing in it.
///
/// Looked at are bands of 16 rows, one in eight: rows 128 k to 128 k + 15 that lie wholly inside,
/// or the first 16 (or fewer, at least 6) where there is none. At native resolution it is the
/// signed Laplacian ([Sharpness]'s kernel) of the pixels inside each band, those with all
/// neighbours in it; at half resolution the same of the band's means of 2x2 pixels, not rounded,
/// the odd last row and column left out. Standard deviations are over all bands together. Sides
/// under 6 give 0.
final class Octave {
  private static final int BAND = 16;
  private static final int EVERY = 128;
  private static final int MIN_SIDE = 6;
  private static final int SUMMED = 4; // values in one of half the resolution

  private final double nativeStd;
  private final double halfStd;

  /// The Laplacians of the pixels inside all bands.
  private static final class Moments {
    private final ColumnSums columns;
    private long count;
    private long sum;
    private long squares;

    Moments(int width) {
      columns = new ColumnSums(Math.max(0, width - 2));
    }

    /// Adds those of `rows` rows.
    void add(short[] band, int rows) {
      int inside = columns.width();
      int stride = inside + 2;
      PlaneKernel.FASTEST.laplacians(band, stride + 1, stride, rows - 2, columns);
      sum += columns.sum(ColumnSums.LAPLACIAN, 0, inside);
      squares += columns.sum(ColumnSums.LAPLACIAN2, 0, inside);
      count += (long) inside * (rows - 2);
    }

    double std() {
      return count == 0 ? 0 : Spread.std(count, sum, squares);
    }
  }

  Octave(Luma luma) {
    int width = luma.width();
    int rows = Math.min(BAND, luma.height());
    if (rows < MIN_SIDE || width < MIN_SIDE) {
      nativeStd = 0;
      halfStd = 0;
      return;
    }
    var fine = new Moments(width);
    var coarse = new Moments(width / 2);
    var band = new short[rows * width];
    var half = new short[(rows / 2) * (width / 2)];
    for (int top = 0; top + rows <= luma.height(); top += EVERY) {
      PlaneKernel.FASTEST.widen(luma.bytes(), top * width, band.length, band, 0);
      fine.add(band, rows);
      for (int y = 0; y < rows / 2; y++) {
        PlaneKernel.FASTEST.halve(band, 2 * y * width, width, width / 2, half, y * (width / 2));
      }
      coarse.add(half, rows / 2);
    }
    nativeStd = fine.std();
    halfStd = coarse.std() / SUMMED;
  }

  double nativeStd() {
    return nativeStd;
  }

  double ratio() {
    return halfStd == 0 ? 0 : nativeStd / halfStd;
  }
}
