package dev.anmok.app.report;

import java.util.List;
import java.util.stream.LongStream;

/// Draws [Bins] as bars, one outline for each series.
final class Histogram {
  /// @param cssClass how its bars look
  record Series(String cssClass, Bins bins) {}

  /// Low enough for single photos, high enough that no tick is half a photo.
  private static final double LOWEST_TOP = 4;

  private Histogram() {}

  /// A plot with the bars of every series, which share their bins.
  static Plot plot(Frame frame, Words words, List<Series> series) {
    return plot(frame, words, series, 0);
  }

  /// As [#plot], with room for curves up to `height` photos.
  static Plot plot(Frame frame, Words words, List<Series> series, double height) {
    long highest =
        series.stream().flatMapToLong(s -> LongStream.of(s.bins().highest())).max().orElse(0);
    double top = 1.05 * Math.max(LOWEST_TOP, Math.max(height, (double) highest));
    var plot = new Plot(frame, words, series.getFirst().bins().range(), new Range(0, top));
    for (var one : series) {
      plot.path(one.cssClass(), bars(one.bins(), plot));
    }
    return plot;
  }

  private static String bars(Bins bins, Plot plot) {
    var path = new StringBuilder();
    for (int i = 0; i < bins.size(); i++) {
      if (bins.count(i) > 0) {
        path.append('M').append(Numbers.pixels(plot.x().at(bins.edge(i))));
        path.append(' ').append(Numbers.pixels(plot.y().from()));
        path.append('V').append(Numbers.pixels(plot.y().at((double) bins.count(i))));
        path.append('H').append(Numbers.pixels(plot.x().at(bins.edge(i + 1))));
        path.append('V').append(Numbers.pixels(plot.y().from()));
      }
    }
    return path.toString();
  }
}
