package dev.anmok.app.report;

import dev.anmok.core.evaluate.ConfusionMatrix;
import java.util.ArrayList;

/// A confusion matrix as a heat map: rows are the labels, columns the answers, both by number; the
/// darker, the larger the share of its row.
record ConfusionFigure(Words words) {
  private static final int CELL = 34;
  private static final int NAMES = 190;
  private static final int TOP = 30;

  Html.Tag of(ConfusionMatrix confusion) {
    var classes = confusion.classes();
    var parts = new ArrayList<Html>();
    for (int i = 0; i < classes.size(); i++) {
      int place = i + 1;
      parts.add(text(NAMES - 10, TOP + CELL * i + 22, "end", place + " " + classes.get(i)));
      parts.add(text(NAMES + CELL * i + CELL / 2.0, TOP - 8, "middle", "" + place));
      long all = confusion.recall(classes.get(i)).trials();
      for (int j = 0; j < classes.size(); j++) {
        long count = confusion.count(classes.get(i), classes.get(j));
        double x = NAMES + CELL * (double) j;
        double y = TOP + CELL * (double) i;
        parts.add(
            Html.tag("rect", "fill")
                .with("x", x + 1)
                .with("y", y + 1)
                .with("width", CELL - 2)
                .with("height", CELL - 2)
                .with("fill-opacity", Numbers.fixed(opacity(count, all), 3)));
        if (count > 0) {
          parts.add(text(x + CELL / 2.0, y + 22, "middle", Numbers.count(count)));
        }
      }
    }
    int width = NAMES + CELL * classes.size() + 8;
    int height = TOP + CELL * classes.size() + 8;
    return new Figure(words, "confusion", Frame.WIDE, "classifier.confusion")
        .holding(
            Html.tag("svg", "chart wide")
                .with("viewBox", "0 0 " + width + " " + height)
                .with("role", "img")
                .with("aria-labelledby", "confusion")
                .holding(parts),
            words.say("classifier.confusion.caption"));
  }

  private static double opacity(long count, long all) {
    return all == 0 || count == 0 ? 0.04 : 0.1 + 0.6 * count / all;
  }

  private static Html.Tag text(double x, double y, String anchor, String value) {
    return Html.tag("text").with("x", x).with("y", y).with("text-anchor", anchor).holding(value);
  }
}
