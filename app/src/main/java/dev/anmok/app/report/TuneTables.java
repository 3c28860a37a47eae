package dev.anmok.app.report;

import dev.anmok.core.score.TwoGaussians;
import java.util.ArrayList;
import java.util.List;

/// The figures of a threshold report: the proposals, the modes, and what thresholds would leave.
record TuneTables(Words words, LensFacts lens, TuneFindings findings) {
  Html.Tag section(long photos) {
    return Html.tag("section")
        .holding(
            Html.tag("div", "two")
                .holding(Html.tag("div").holding(proposals(), modes()), effects(photos)));
  }

  private Html proposals() {
    var rows = new ArrayList<Html>();
    rows.add(row(true, words.say("tune.present"), Html.text(Numbers.threshold(lens.threshold()))));
    for (var proposal : findings.proposals()) {
      rows.add(
          row(
              false,
              method(proposal.method()),
              Html.text(Numbers.threshold(proposal.threshold()))));
    }
    return table("tune.proposals", List.of("column.method", "column.threshold"), rows);
  }

  private Html method(String code) {
    var key = "method." + code;
    return words.knows(key) ? words.say(key) : Html.foreign(code);
  }

  private Html modes() {
    if (findings.modes().isEmpty()) {
      return Html.tag("p", "soft").holding(words.say("tune.modes.none"));
    }
    var rows = new ArrayList<Html>();
    for (var mode : findings.modes()) {
      rows.add(
          row(
              false,
              words.say("legend.mode", rows.size() + 1),
              Html.text(Numbers.percent(mode.weight())),
              Html.text(Numbers.delta(mode.mean())),
              Html.text(Numbers.fixed(mode.std(), 4))));
    }
    return Html.many(
        table(
            "tune.modes",
            List.of("column.mode", "column.weight", "column.mean", "column.sd"),
            rows),
        separation());
  }

  private Html separation() {
    var modes = new TwoGaussians(findings.modes().getFirst(), findings.modes().getLast());
    boolean clean = modes.separation() > TwoGaussians.CLEAN_SEPARATION;
    return Html.tag("p", "soft")
        .holding(
            words.say(clean ? "tune.apart" : "tune.overlap", Numbers.fixed(modes.separation(), 1)));
  }

  private Html effects(long photos) {
    var rows = new ArrayList<Html>();
    for (var effect : findings.effects()) {
      var share = photos > 0 ? (double) effect.photos() / photos : Double.NaN;
      rows.add(
          row(
              effect.threshold() == lens.threshold(),
              Html.text(Numbers.threshold(effect.threshold())),
              Html.text(Numbers.count(effect.photos())),
              Html.text(Numbers.percent(share)),
              Html.text(Numbers.count(effect.items()))));
    }
    var columns =
        List.of("column.threshold", "column.photos", "column.photo-share", "column.items");
    return Html.tag("div")
        .holding(
            table("tune.effects", columns, rows),
            Html.tag("p", "soft").holding(words.say("tune.effects.why")));
  }

  private Html table(String headingKey, List<String> columns, List<Html> rows) {
    var head =
        Html.tag("tr")
            .holding(
                columns.stream()
                    .map(key -> Html.tag("th").with("scope", "col").holding(words.say(key)))
                    .toList());
    return Html.many(
        Html.tag("h3").holding(words.say(headingKey)),
        Html.tag("div", "scroll")
            .holding(
                Html.tag("table", "figures")
                    .holding(Html.tag("thead").holding(head), Html.tag("tbody").holding(rows))));
  }

  private static Html row(boolean present, Html... cells) {
    var row = present ? Html.tag("tr", "present") : Html.tag("tr");
    for (var cell : cells) {
      row = row.holding(Html.tag("td").holding(cell));
    }
    return row;
  }
}
