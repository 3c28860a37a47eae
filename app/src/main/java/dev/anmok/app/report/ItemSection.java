package dev.anmok.app.report;

/// One item with its chosen photos, its charts, its best and worst photos, and what became of the
/// rest.
record ItemSection(Words words, Reasons reasons, ScoreFigures figures) {
  Html.Tag section(Digest digest, int place, Pictures pictures) {
    var row = digest.row();
    var article =
        Html.tag("article", row.kept() ? "item" : "item dropped")
            .with("id", Anchors.name(place))
            .holding(heading(row), facts(row));
    if (!digest.chosen().isEmpty()) {
      article =
          article.holding(
              Html.tag("h4").holding(words.say("item.chosen", digest.chosen().size())),
              pictures.strip("large", digest.chosen()));
    }
    article = article.holding(details(digest, place));
    if (!digest.top().isEmpty()) {
      article =
          article.holding(
              Html.tag("h4").holding(words.say("item.top", digest.top().size())),
              pictures.strip("small", digest.top()));
    }
    if (!digest.bottom().isEmpty()) {
      article =
          article.holding(
              Html.tag("h4").holding(words.say("item.bottom", digest.bottom().size())),
              pictures.strip("small", digest.bottom()));
    }
    return article;
  }

  private Html.Tag heading(Row row) {
    var heading = Html.tag("h3").holding(Html.foreign(row.name()));
    if (!row.name().equals(row.id())) {
      heading = heading.holding(Html.tag("small").holding(Html.foreign(row.id())));
    }
    var badge =
        Html.tag("span", row.kept() ? "badge" : "badge out").holding(reasons.shortly(row.reason()));
    return Html.tag("header").holding(heading, badge);
  }

  private Html.Tag facts(Row row) {
    return Html.tag("p", "soft")
        .holding(
            words.say(
                "item.facts",
                Numbers.percent(row.shareAboveZero()),
                Numbers.delta(row.meanDelta()),
                row.above(),
                row.photos()));
  }

  private Html.Tag details(Digest digest, int place) {
    var details = Html.tag("div", "details");
    if (!digest.bins().isEmpty()) {
      var id = Anchors.name(place);
      details =
          details.holding(
              figures.scores(id + "-scores", Frame.SMALL, digest.bins()),
              figures.delta(id + "-delta", Frame.SMALL, digest.bins(), digest.row().above()));
    }
    if (digest.reasons().isEmpty()) {
      return details;
    }
    return details.holding(
        Html.tag("div")
            .holding(
                Html.tag("h3").holding(words.say("item.outcomes")),
                reasons.table(digest.reasons())));
  }
}
