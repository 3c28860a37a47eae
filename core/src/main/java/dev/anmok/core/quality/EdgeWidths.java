package dev.anmok.core.quality;

/// How wide the strong edges are, along every eighth row (4, 12, 20, …) and every eighth column.
///
/// A line of luma is cut into runs that rise, or fall: a run ends before a step of the other
/// direction and before two steps of 0 in succession. Its height is the difference of its ends, its
/// width the height over its steepest step: how many pixels the edge would take at its steepest,
/// from 1 up. A run of at least 24 levels is a strong edge; widths are cut at 32. The sharpest
/// tenth is known to a quarter of a pixel, rounded down.
///
/// After the edge widths of Marziliano and others, "Perceptual blur and ringing metrics", 2004.
final class EdgeWidths {
  private static final int STEP = 8;
  private static final int FIRST = 4;

  private final EdgeTally rows = new EdgeTally();
  private final EdgeTally columns = new EdgeTally();
  private final long looked;

  EdgeWidths(Luma luma) {
    int down = lines(luma.height());
    int across = lines(luma.width());
    looked = (long) down * luma.width() + (long) across * luma.height();
    LumaKernel.FASTEST.edges(rows(luma, down), padded(down), luma.width(), rows);
    LumaKernel.FASTEST.edges(columns(luma, across), padded(across), luma.height(), columns);
  }

  private static int lines(int side) {
    return (side + STEP - 1 - FIRST) / STEP;
  }

  private static int padded(int lines) {
    return Math.ceilDiv(lines, LumaKernel.LINES) * LumaKernel.LINES;
  }

  /// The rows side by side, turned over.
  private static byte[] rows(Luma luma, int count) {
    int lines = padded(count);
    int width = luma.width();
    var values = luma.bytes();
    var turned = new byte[lines * width];
    for (int line = 0; line < count; line++) {
      int from = (FIRST + STEP * line) * width;
      for (int x = 0, to = line; x < width; x++, to += lines) {
        turned[to] = values[from + x];
      }
    }
    return turned;
  }

  private static byte[] columns(Luma luma, int count) {
    int lines = padded(count);
    var values = luma.bytes();
    var picked = new byte[lines * luma.height()];
    for (int y = 0; y < luma.height(); y++) {
      int from = y * luma.width() + FIRST;
      int to = y * lines;
      for (int line = 0; line < count; line++, from += STEP) {
        picked[to + line] = values[from];
      }
    }
    return picked;
  }

  /// Mean width met along rows, 1 to 32; 32 if there is no strong edge.
  double rows() {
    return rows.mean();
  }

  double columns() {
    return columns.mean();
  }

  /// Strong edges for each pixel looked at; 0 if none was.
  double share() {
    return looked == 0 ? 0 : (double) (rows.count() + columns.count()) / looked;
  }

  double sharpestTenth() {
    return rows.sharpestTenth(columns);
  }
}
