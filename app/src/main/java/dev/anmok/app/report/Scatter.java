package dev.anmok.app.report;

import java.util.List;

/// Draws photos by positive (x) and negative (y) score: crosses below the threshold, dots above it,
/// diamonds for representatives, and the line on which delta equals the threshold.
final class Scatter {
  private Scatter() {}

  static Plot plot(Words words, Range range, List<Point> points, double threshold) {
    var plot = new Plot(Frame.SQUARE, words, range, range);
    diagonal(plot, range, threshold);
    for (var kind : Point.Kind.values()) {
      plot.path(cssClass(kind), marks(plot, points, kind));
    }
    return plot;
  }

  static String cssClass(Point.Kind kind) {
    return switch (kind) {
      case BELOW -> "cross";
      case ABOVE -> "dot";
      case CHOSEN -> "diamond";
    };
  }

  /// `y = x − threshold`, where it crosses the plot.
  private static void diagonal(Plot plot, Range range, double threshold) {
    double from = Math.max(range.min(), range.min() + threshold);
    double to = Math.min(range.max(), range.max() + threshold);
    if (from < to) {
      plot.add(
          Plot.line(
              "threshold",
              plot.x().at(from),
              plot.y().at(from - threshold),
              plot.x().at(to),
              plot.y().at(to - threshold)));
    }
  }

  private static String marks(Plot plot, List<Point> points, Point.Kind kind) {
    var path = new StringBuilder();
    for (var point : points) {
      if (point.kind() == kind) {
        path.append('M').append(Numbers.pixels(plot.x().at(point.positive()) - offset(kind)));
        path.append(' ').append(Numbers.pixels(plot.y().at(point.negative()) - offset(kind)));
        path.append(mark(kind));
      }
    }
    return path.toString();
  }

  private static double offset(Point.Kind kind) {
    return kind == Point.Kind.BELOW ? 2.2 : 0;
  }

  /// Relative to the starting point; a dot is a line of no length with round ends.
  private static String mark(Point.Kind kind) {
    return switch (kind) {
      case BELOW -> "l4.4 4.4m0-4.4l-4.4 4.4";
      case ABOVE -> "h0";
      case CHOSEN -> "m0-5.5l5.5 5.5-5.5 5.5-5.5-5.5z";
    };
  }
}
