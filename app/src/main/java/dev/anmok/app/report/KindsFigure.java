package dev.anmok.app.report;

import dev.anmok.core.evaluate.RankTest;
import java.util.List;
import java.util.Locale;

/// How a measure is distributed among blurry and clear photos, as shares of each kind, with a rank
/// test of whether they differ.
record KindsFigure(Words words) {
  private static final int BINS = 24;
  private static final Frame FRAME = Frame.LARGE;

  Html.Tag of(BlurFindings.Measure measure) {
    var id = "kinds-" + measure.key().replace('_', '-');
    var figure =
        new Figure(words, id, FRAME, "measure." + measure.key())
            .bar("positive", "legend.clear")
            .bar("negative", "legend.blurry");
    var extent = new Extent();
    measure.blurry().forEach(extent::add);
    measure.clear().forEach(extent::add);
    var range = extent.range();
    if (range.isEmpty() || measure.blurry().isEmpty() || measure.clear().isEmpty()) {
      return figure.holding(Html.many(), words.say("blur.kinds.none"));
    }
    var clear = Bins.covering(range.get(), BINS);
    var blurry = Bins.covering(range.get(), BINS);
    // each kind weighs the same, or the few blurry ones would hardly be seen
    measure.clear().forEach(value -> clear.add(value, measure.blurry().size()));
    measure.blurry().forEach(value -> blurry.add(value, measure.clear().size()));
    double all = (double) measure.blurry().size() * measure.clear().size();
    var plot = plot(List.of(new Look("positive", clear), new Look("negative", blurry)), all);
    var test = RankTest.of(array(measure.blurry()), array(measure.clear()));
    double area = test.u() / all;
    return figure.holding(
        plot.draw(id, "axis." + measure.key(), "axis.share"),
        words.say("blur.kinds.caption", Numbers.fixed(area, 3), probability(test.p())));
  }

  private record Look(String cssClass, Bins bins) {}

  private Plot plot(List<Look> looks, double all) {
    double most = looks.stream().mapToLong(look -> look.bins().highest()).max().orElse(1) / all;
    var plot = new Plot(FRAME, words, looks.getFirst().bins().range(), new Range(0, 105 * most));
    for (var look : looks) {
      var path = new StringBuilder();
      var bins = look.bins();
      for (int i = 0; i < bins.size(); i++) {
        if (bins.count(i) > 0) {
          path.append('M').append(Numbers.pixels(plot.x().at(bins.edge(i))));
          path.append(' ').append(Numbers.pixels(plot.y().from()));
          path.append('V').append(Numbers.pixels(plot.y().at(100 * bins.count(i) / all)));
          path.append('H').append(Numbers.pixels(plot.x().at(bins.edge(i + 1))));
          path.append('V').append(Numbers.pixels(plot.y().from()));
        }
      }
      plot.path(look.cssClass(), path.toString());
    }
    return plot;
  }

  static String probability(double p) {
    return p < 0.0001 ? String.format(Locale.ROOT, "%.0e", p) : Numbers.fixed(p, 4);
  }

  private static double[] array(List<Double> values) {
    return values.stream().mapToDouble(Double::doubleValue).toArray();
  }
}
