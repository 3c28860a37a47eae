package dev.anmok.app.report;

import java.util.List;

/// The charts over all photos.
record Charts(Words words, LensFacts lens) {
  Html.Tag section(Survey survey, ScoreBins bins) {
    var section = Html.tag("section").holding(Html.tag("h2").holding(words.say("charts")));
    if (bins.isEmpty()) {
      return section.holding(Html.tag("p", "soft").holding(words.say("charts.none")));
    }
    var figures = new ScoreFigures(words, lens);
    return section.holding(
        Html.tag("div", "two")
            .holding(
                figures.scores("all-scores", Frame.LARGE, bins),
                figures.delta("all-delta", Frame.LARGE, bins, survey.totals().above()),
                scatter(bins, survey.points(), survey.totals().scored()),
                reading()));
  }

  private Html.Tag scatter(ScoreBins bins, List<Point> points, long photos) {
    var figure =
        new Figure(words, "all-scatter", Frame.SQUARE, "chart.scatter")
            .mark("diamond", "M9 .5l5.5 5.5-5.5 5.5-5.5-5.5z", "legend.chosen")
            .mark("dot", "M9 6h0", "legend.above")
            .mark("cross", "M6.8 3.8l4.4 4.4m0-4.4l-4.4 4.4", "legend.below")
            .line("threshold", "legend.line", Numbers.threshold(lens.threshold()));
    var chart =
        Scatter.plot(words, bins.positive().range(), points, lens.threshold())
            .draw("all-scatter", "axis.positive", "axis.negative");
    var caption = points.size() < photos ? "chart.scatter.sample" : "chart.scatter.all";
    return figure.holding(chart, words.say(caption, points.size(), photos));
  }

  private Html.Tag reading() {
    var list = Html.tag("dl", "reading");
    for (var term : List.of("positive", "negative", "delta", "threshold", "mood")) {
      list =
          list.holding(
              Html.tag("dt").holding(words.say("term." + term)),
              Html.tag("dd").holding(words.say("term." + term + ".why")));
    }
    return Html.tag("div").holding(Html.tag("h3").holding(words.say("reading")), list);
  }
}
