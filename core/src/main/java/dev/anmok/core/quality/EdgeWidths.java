package dev.anmok.core.quality;

import java.util.Arrays;

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
  private static final int STRONG = 24;
  private static final int WIDEST = 32;
  private static final int PER_PIXEL = 4;

  private final int[] histogram = new int[WIDEST * PER_PIXEL + 1];
  private final double rows;
  private final double columns;
  private final long looked;
  private long edges;
  private double widths;

  EdgeWidths(Luma luma) {
    var line = new int[Math.max(luma.width(), luma.height())];
    long pixels = 0;
    for (int y = FIRST; y < luma.height(); y += STEP) {
      luma.row(y, line, 0);
      scan(line, luma.width());
      pixels += luma.width();
    }
    rows = mean();
    edges = 0;
    widths = 0;
    for (int x = FIRST; x < luma.width(); x += STEP) {
      for (int y = 0; y < luma.height(); y++) {
        line[y] = luma.at(x, y);
      }
      scan(line, luma.height());
      pixels += luma.height();
    }
    columns = mean();
    looked = pixels;
  }

  /// Mean width met along rows, 1 to 32; 32 if there is no strong edge.
  double rows() {
    return rows;
  }

  double columns() {
    return columns;
  }

  /// Strong edges for each pixel looked at; 0 if none was.
  double share() {
    return looked == 0 ? 0 : (double) Arrays.stream(histogram).sum() / looked;
  }

  double sharpestTenth() {
    int all = Arrays.stream(histogram).sum();
    int needed = Math.ceilDiv(all, 10);
    int seen = 0;
    for (int i = 0; i < histogram.length; i++) {
      seen += histogram[i];
      if (needed > 0 && seen >= needed) {
        return (double) i / PER_PIXEL;
      }
    }
    return WIDEST;
  }

  private double mean() {
    return edges == 0 ? WIDEST : widths / edges;
  }

  private void scan(int[] line, int length) {
    int sign = 0;
    int start = 0;
    int steepest = 0;
    boolean level = false; // the last step was 0
    for (int i = 0; i < length - 1; i++) {
      int step = line[i + 1] - line[i];
      boolean turns = step == 0 ? level : Integer.signum(step) == -sign;
      if (turns && sign != 0) {
        end(Math.abs(line[i] - line[start]), steepest);
        sign = 0;
      }
      if (step != 0 && sign == 0) {
        sign = Integer.signum(step);
        start = i;
        steepest = 0;
      }
      steepest = Math.max(steepest, Math.abs(step));
      level = step == 0;
    }
    if (sign != 0) {
      end(Math.abs(line[length - 1] - line[start]), steepest);
    }
  }

  private void end(int height, int steepest) {
    if (height >= STRONG) {
      double width = Math.min(WIDEST, (double) height / steepest);
      widths += width;
      edges++;
      histogram[(int) (PER_PIXEL * width)]++;
    }
  }
}
