package dev.anmok.app.report;

/// What became of photos and items, with the reasons counted.
record Outcomes(Words words, Reasons reasons) {
  Html.Tag section(Totals totals) {
    return Html.tag("section")
        .holding(
            Html.tag("h2").holding(words.say("outcomes")),
            Html.tag("div", "two").holding(photos(totals), items(totals)));
  }

  private Html.Tag photos(Totals totals) {
    return Html.tag("div")
        .holding(
            Html.tag("h3").holding(words.say("outcomes.photos", totals.photos())),
            reasons.table(totals.photoReasons()));
  }

  private Html.Tag items(Totals totals) {
    var tally = new Tally();
    tally.add("kept", totals.kept());
    totals.itemReasons().entries().forEach(entry -> tally.add(entry.getKey(), entry.getValue()));
    return Html.tag("div")
        .holding(
            Html.tag("h3").holding(words.say("outcomes.items", totals.items())),
            reasons.table(tally));
  }
}
