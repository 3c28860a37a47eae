package dev.anmok.app.report;

import java.util.List;

/// The top of a mood report: what was done, in one sentence and a few figures, and with what.
record Overview(Words words, ReportHead head) {
  Html.Tag section(Totals totals) {
    var lens = head.lens();
    return Html.tag("section", "overview")
        .holding(
            Html.tag("p", "lead")
                .holding(
                    words.say(
                        "lead", totals.photos(), totals.items(), totals.kept(), totals.chosen())),
            Html.tag("p", "soft")
                .holding(
                    words.say(
                        "lead.rule",
                        Numbers.threshold(lens.threshold()),
                        head.require(),
                        head.keep())),
            tiles(totals),
            facts());
  }

  private Html.Tag tiles(Totals totals) {
    return Html.tag("ul", "tiles")
        .holding(
            tile("tile.photos", Numbers.count(totals.photos())),
            tile("tile.above", Numbers.count(totals.above())),
            tile("tile.chosen", Numbers.count(totals.chosen())),
            tile("tile.kept", Numbers.count(totals.kept())),
            tile("tile.dropped", Numbers.count(totals.dropped())));
  }

  private Html.Tag tile(String key, String value) {
    return Html.tag("li").holding(Html.tag("b").holding(value), words.say(key));
  }

  private Html.Tag facts() {
    var lens = head.lens();
    return new Facts(words)
        .list(
            List.of(
                new Facts.Fact("fact.threshold", Numbers.threshold(lens.threshold())),
                new Facts.Fact("fact.lens", lens.name()),
                new Facts.Fact("fact.pooling", lens.pooling()),
                new Facts.Fact("fact.profile", head.profile() + " (" + head.method() + ")"),
                new Facts.Fact("fact.space", lens.space()),
                new Facts.Fact("fact.workspace", head.workspace())));
  }
}
