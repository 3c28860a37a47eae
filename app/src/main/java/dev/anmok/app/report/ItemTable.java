package dev.anmok.app.report;

import java.util.ArrayList;
import java.util.List;

/// A ranking of items in rows, with links to those that the page shows with pictures.
record ItemTable(Words words, Reasons reasons, Anchors anchors) {
  /// @param all how many there are, of which `rows` are the first
  Html.Tag section(String headingKey, List<Row> rows, long all, boolean reasoned) {
    var section = Html.tag("section").holding(Html.tag("h2").holding(words.say(headingKey, all)));
    if (rows.isEmpty()) {
      return section.holding(Html.tag("p", "soft").holding(words.say(headingKey + ".none")));
    }
    var body = Html.tag("tbody").holding(numbered(rows, reasoned));
    section =
        section.holding(
            Html.tag("div", "scroll")
                .holding(Html.tag("table", "items").holding(head(reasoned), body)));
    return rows.size() < all
        ? section.holding(Html.tag("p", "soft").holding(words.say("table.cut", rows.size(), all)))
        : section;
  }

  private Html.Tag head(boolean reasoned) {
    var row =
        Html.tag("tr")
            .holding(
                column("column.rank", "count"),
                column("column.item", ""),
                column("column.share", "share"),
                column("column.delta", "count"),
                column("column.above", "count extra"),
                column("column.photos", "count extra"));
    return Html.tag("thead").holding(reasoned ? row.holding(column("column.reason", "why")) : row);
  }

  private Html.Tag column(String key, String cssClass) {
    return Html.tag("th", cssClass).with("scope", "col").holding(words.say(key));
  }

  private List<Html> numbered(List<Row> rows, boolean reasoned) {
    var all = new ArrayList<Html>();
    for (var row : rows) {
      var cells =
          Html.tag("tr")
              .holding(
                  cell(Numbers.count(all.size() + 1L)),
                  Html.tag("td", "name").holding(name(row)),
                  Html.tag("td", "share").holding(share(row)),
                  cell(Numbers.delta(row.meanDelta())),
                  extra(Numbers.count(row.above())),
                  extra(Numbers.count(row.photos())));
      all.add(
          reasoned
              ? cells.holding(Html.tag("td", "why").holding(reasons.shortly(row.reason())))
              : cells);
    }
    return all;
  }

  private static Html.Tag cell(String value) {
    return Html.tag("td", "count").holding(value);
  }

  /// Left out where the screen is narrow.
  private static Html.Tag extra(String value) {
    return Html.tag("td", "count extra").holding(value);
  }

  private Html.Tag name(Row row) {
    int place = anchors.place(row.id());
    var name = Html.foreign(row.name());
    return place < 0 ? name : Html.tag("a").with("href", "#" + Anchors.name(place)).holding(name);
  }

  private static Html share(Row row) {
    double width =
        Double.isFinite(row.shareAboveZero()) ? 60 * Math.clamp(row.shareAboveZero(), 0, 1) : 0;
    var bar =
        Html.tag("svg", "bar")
            .with("viewBox", "0 0 60 8")
            .with("aria-hidden", "true")
            .holding(
                Html.tag("rect", "track").with("width", 60).with("height", 8),
                Html.tag("rect", "fill").with("width", width).with("height", 8));
    return Html.many(bar, Html.text(Numbers.percent(row.shareAboveZero())));
  }
}
