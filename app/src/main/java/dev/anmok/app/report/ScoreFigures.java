package dev.anmok.app.report;

import java.util.List;

/// The two histograms of a set of photos: positive with negative, and delta.
record ScoreFigures(Words words, LensFacts lens) {
  Html.Tag scores(String id, Frame frame, ScoreBins bins) {
    var figure =
        new Figure(words, id, frame, "chart.scores")
            .bar("positive", "legend.positive")
            .bar("negative", "legend.negative");
    var series =
        List.of(
            new Histogram.Series("positive", bins.positive()),
            new Histogram.Series("negative", bins.negative()));
    var chart = Histogram.plot(frame, words, series).draw(id, "axis.score", "axis.photos");
    return figure.holding(chart, words.say("chart.scores.caption", bins.delta().total()));
  }

  /// @param above how many of the photos are above the threshold
  Html.Tag delta(String id, Frame frame, ScoreBins bins, long above) {
    var figure = new Figure(words, id, frame, "chart.delta");
    if (!frame.small()) {
      figure
          .bar("delta", "legend.photos")
          .line("zero", "legend.zero")
          .line("threshold", "legend.threshold");
    }
    var plot =
        Histogram.plot(frame, words, List.of(new Histogram.Series("delta", bins.delta())))
            .upright("zero", 0)
            .flags(List.of(new Flag("threshold", lens.threshold(), "note.threshold")));
    return figure.holding(
        plot.draw(id, "axis.delta", "axis.photos"),
        words.say(
            "chart.delta.caption",
            above,
            bins.delta().total(),
            Numbers.threshold(lens.threshold())));
  }
}
