package dev.anmok.app.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Axes with ticks, grid lines and titles, on which a chart draws.
final class Plot {
  private static final int ROW = 20;

  private final Frame frame;
  private final Words words;
  private final Axis x;
  private final Axis y;
  private final List<Html> layers = new ArrayList<>();

  Plot(Frame frame, Words words, Range x, Range y) {
    this.frame = frame;
    this.words = words;
    this.x = frame.x(x);
    this.y = frame.y(y);
  }

  Axis x() {
    return x;
  }

  Axis y() {
    return y;
  }

  Plot add(Html layer) {
    layers.add(layer);
    return this;
  }

  Plot path(String cssClass, String data) {
    return add(Html.tag("path", cssClass).with("d", data));
  }

  /// A line from the bottom to the top, drawn only where the value is on the axis.
  Plot upright(String cssClass, double value) {
    return x.holds(value) ? add(line(cssClass, x.at(value), y.from(), x.at(value), y.to())) : this;
  }

  /// Upright lines with phrases at their upper ends. The phrases all run to one side and are
  /// stacked so that no line crosses one.
  Plot flags(List<Flag> flags) {
    var order = Comparator.comparingDouble(Flag::value).reversed();
    var inside = flags.stream().filter(flag -> x.holds(flag.value())).sorted(order).toList();
    if (inside.isEmpty()) {
      return this;
    }
    boolean leftwards = x.at(inside.getFirst().value()) > frame.left() + 0.6 * (x.to() - x.from());
    var stacked = leftwards ? inside.reversed() : inside;
    for (int row = 0; row < stacked.size(); row++) {
      flag(stacked.get(row), y.to() - 4 - row * ROW, leftwards);
    }
    return this;
  }

  private void flag(Flag flag, double height, boolean leftwards) {
    double at = x.at(flag.value());
    var shell =
        Html.tag("text", "note")
            .with("x", at + (leftwards ? -5 : 5))
            .with("y", height)
            .with("text-anchor", leftwards ? "end" : "start");
    add(line(flag.cssClass(), at, y.from(), at, height - 10));
    add(words.both(shell, flag.key(), Numbers.threshold(flag.value())));
  }

  /// The drawing; `caption` is the id of the element that says in words what it shows.
  Html.Tag draw(String caption, String xTitle, String yTitle) {
    var all = new ArrayList<Html>();
    all.addAll(grid());
    all.addAll(layers);
    all.add(line("axis", x.from(), y.from(), x.to(), y.from()));
    all.add(words.both(title(x.to(), frame.height() - 8, "end"), xTitle));
    all.add(words.both(title(0, 14, "start"), yTitle));
    return Html.tag("svg", frame.wide() ? "chart wide" : "chart")
        .with("viewBox", "0 0 " + frame.width() + " " + frame.height())
        .with("role", "img")
        .with("aria-labelledby", caption)
        .holding(all);
  }

  private List<Html> grid() {
    var grid = new ArrayList<Html>();
    for (var tick : y.ticks(Math.max(2, frame.ticks() - 1))) {
      double at = y.at(tick.value());
      grid.add(line("grid", x.from(), at, x.to(), at));
      grid.add(label(tick, x.from() - 8, at + 4, "end"));
    }
    for (var tick : x.ticks(frame.ticks())) {
      double at = x.at(tick.value());
      grid.add(line("axis", at, y.from(), at, y.from() + 4));
      grid.add(label(tick, at, y.from() + 18, "middle"));
    }
    return grid;
  }

  private static Html label(Axis.Tick tick, double x, double y, String anchor) {
    return title(x, y, anchor).holding(tick.label());
  }

  private static Html.Tag title(double x, double y, String anchor) {
    return Html.tag("text").with("x", x).with("y", y).with("text-anchor", anchor);
  }

  static Html.Tag line(String cssClass, double x1, double y1, double x2, double y2) {
    return Html.tag("line", cssClass).with("x1", x1).with("y1", y1).with("x2", x2).with("y2", y2);
  }
}
