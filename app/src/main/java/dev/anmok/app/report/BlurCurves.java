package dev.anmok.app.report;

import java.util.List;

/// The curves of several methods in one chart each.
record BlurCurves(Words words, List<BlurFindings.Method> methods) {
  private static final Range SHARE = new Range(0, 1);

  /// Precision against recall.
  ///
  /// @param blurry share of blurry photos: the precision of calling every photo blurry
  Html.Tag precisionAndRecall(double blurry) {
    var plot = new Plot(Frame.SQUARE, words, SHARE, SHARE);
    plot.add(
        Plot.line(
            "zero", plot.x().from(), plot.y().at(blurry), plot.x().to(), plot.y().at(blurry)));
    for (int i = 0; i < methods.size(); i++) {
      var path = new StringBuilder();
      for (var point : methods.get(i).curve().points()) {
        add(path, plot, point.recall().share(), point.precision().share());
      }
      plot.path(look(i), path.toString());
    }
    return figure("blur-pr", "blur.pr", "blur.pr.chance")
        .holding(
            plot.draw("blur-pr", "axis.recall", "axis.precision"), words.say("blur.pr.caption"));
  }

  /// Recall against the share of clear photos that are called blurry.
  Html.Tag characteristic() {
    var plot = new Plot(Frame.SQUARE, words, SHARE, SHARE);
    plot.add(Plot.line("zero", plot.x().from(), plot.y().from(), plot.x().to(), plot.y().to()));
    for (int i = 0; i < methods.size(); i++) {
      var path = new StringBuilder();
      for (var point : methods.get(i).roc().points()) {
        add(path, plot, point.falsePositiveRate(), point.recall());
      }
      plot.path(look(i), path.toString());
    }
    return figure("blur-roc", "blur.roc", "blur.roc.chance")
        .holding(
            plot.draw("blur-roc", "axis.alarms", "axis.recall"), words.say("blur.roc.caption"));
  }

  private Figure figure(String id, String heading, String chance) {
    var figure = new Figure(words, id, Frame.SQUARE, heading);
    for (int i = 0; i < methods.size(); i++) {
      figure.line(look(i), "legend.method", Html.foreign(methods.get(i).name()));
    }
    return figure.line("zero", chance);
  }

  private static String look(int place) {
    return "curve curve-" + (place + 1);
  }

  private static void add(StringBuilder path, Plot plot, double x, double y) {
    path.append(path.isEmpty() ? 'M' : 'L');
    path.append(Numbers.pixels(plot.x().at(x))).append(' ').append(Numbers.pixels(plot.y().at(y)));
  }
}
