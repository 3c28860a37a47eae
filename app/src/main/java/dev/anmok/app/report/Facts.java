package dev.anmok.app.report;

import java.util.List;

/// Named values in a grid.
record Facts(Words words) {
  /// @param key of the phrase that names it
  record Fact(String key, String value) {}

  Html.Tag list(List<Fact> facts) {
    return Html.tag("dl", "facts").holding(facts.stream().map(this::entry).toList());
  }

  private Html.Tag entry(Fact fact) {
    return Html.tag("div")
        .holding(
            Html.tag("dt").holding(words.say(fact.key())),
            Html.tag("dd").holding(Html.foreign(fact.value())));
  }
}
