package dev.anmok.app.report;

import dev.anmok.core.score.Distribution;
import dev.anmok.core.score.Gaussian;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;

/// The histogram of delta with the fitted modes over it and the thresholds across it.
record ModesFigure(Words words, LensFacts lens, TuneFindings findings) {
  private static final int BINS = 60;
  private static final int CURVE_POINTS = 160;

  /// A mode of almost one value is cut off at this many times the highest bar.
  private static final double HIGHEST_CURVE = 1.5;

  Html draw(Distribution deltas) {
    var extent = new Extent();
    for (int i = 0; i < deltas.bins(); i++) {
      if (deltas.count(i) > 0) {
        extent.add(deltas.center(i));
      }
    }
    return extent
        .range()
        .map(range -> figure(bins(deltas, including(range))))
        .orElseGet(() -> Html.tag("p", "soft").holding(words.say("charts.none")));
  }

  private static Bins bins(Distribution deltas, Range range) {
    var bins = Bins.covering(range, BINS);
    for (int i = 0; i < deltas.bins(); i++) {
      bins.add(deltas.center(i), deltas.count(i));
    }
    return bins;
  }

  /// The range with zero and every threshold in it.
  private Range including(Range found) {
    var range = found.including(0).including(lens.threshold());
    for (var proposal : findings.proposals()) {
      range = range.including(proposal.threshold());
    }
    return range;
  }

  private Html.Tag figure(Bins bins) {
    var figure =
        new Figure(words, "modes", Frame.WIDE, "chart.modes")
            .bar("delta", "legend.photos")
            .line("zero", "legend.zero");
    double scale = bins.total() * bins.width();
    var plot =
        Histogram.plot(
                Frame.WIDE,
                words,
                List.of(new Histogram.Series("delta", bins)),
                Math.min(peak(bins.range(), scale), HIGHEST_CURVE * bins.highest()))
            .upright("zero", 0);
    for (int i = 0; i < findings.modes().size(); i++) {
      plot.path("mode mode-" + (i + 1), curve(plot, bins.range(), findings.modes().get(i), scale));
      figure.line("mode mode-" + (i + 1), "legend.mode", i + 1);
    }
    plot.flags(flags());
    return figure.holding(
        plot.draw("modes", "axis.delta", "axis.photos"),
        words.say("chart.modes.caption", bins.total()));
  }

  private List<Flag> flags() {
    var flags = new ArrayList<Flag>();
    flags.add(new Flag("threshold", lens.threshold(), "note.present"));
    for (var proposal : findings.proposals()) {
      var key = "note." + proposal.method();
      flags.add(
          new Flag("proposal", proposal.threshold(), words.knows(key) ? key : "note.proposed"));
    }
    return flags;
  }

  private double peak(Range range, double scale) {
    return findings.modes().stream()
        .flatMapToDouble(mode -> along(range).map(x -> scale * mode.density(x)))
        .max()
        .orElse(0);
  }

  private static String curve(Plot plot, Range range, Gaussian mode, double scale) {
    var path = new StringBuilder();
    along(range)
        .forEach(x ->
            path.append(path.isEmpty() ? 'M' : 'L')
                .append(Numbers.pixels(plot.x().at(x)))
                .append(' ')
                .append(
                    Numbers.pixels(
                        plot.y().at(Math.min(scale * mode.density(x), plot.y().range().max())))));
    return path.toString();
  }

  private static DoubleStream along(Range range) {
    return DoubleStream.iterate(0, i -> i <= CURVE_POINTS, i -> i + 1)
        .map(i -> range.min() + range.span() * i / CURVE_POINTS);
  }
}
