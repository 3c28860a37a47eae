package dev.anmok.app.report;

import java.util.ArrayList;
import java.util.List;

/// A chart with its heading, legend and a sentence that says what it shows.
final class Figure {
  private final Words words;
  private final String id;
  private final boolean small;
  private final Html heading;
  private final List<Html> legend = new ArrayList<>();

  Figure(Words words, String id, Frame frame, String headingKey) {
    this.words = words;
    this.id = id;
    this.small = frame.small();
    this.heading = words.say(headingKey);
  }

  /// Adds a bar of this look to the legend.
  Figure bar(String cssClass, String key) {
    return entry(
        Html.tag("rect", cssClass).with("x", 1).with("y", 1).with("width", 16).with("height", 10),
        key);
  }

  /// Adds a line of this look to the legend.
  Figure line(String cssClass, String key, Object... arguments) {
    return entry(Plot.line(cssClass, 0, 6, 18, 6), key, arguments);
  }

  /// Adds a mark of the scatter chart to the legend.
  Figure mark(String cssClass, String path, String key) {
    return entry(Html.tag("path", cssClass).with("d", path), key);
  }

  private Figure entry(Html.Tag swatch, String key, Object... arguments) {
    var drawing =
        Html.tag("svg", "swatch")
            .with("viewBox", "0 0 18 12")
            .with("aria-hidden", "true")
            .holding(swatch);
    legend.add(Html.tag("li").holding(drawing, words.say(key, arguments)));
    return this;
  }

  /// A large chart has its legend above, a small one below.
  Html.Tag holding(Html chart, Html caption) {
    var keys = legend.isEmpty() ? Html.many() : Html.tag("ul", "legend").holding(legend);
    return Html.tag("figure")
        .holding(
            Html.tag("h3").holding(heading),
            small ? chart : keys,
            small ? keys : chart,
            Html.tag("figcaption").with("id", id).holding(caption));
  }
}
