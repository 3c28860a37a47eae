package dev.anmok.app.cli;

import dev.anmok.app.json.HitJson;
import dev.anmok.app.query.Answered;
import dev.anmok.core.classify.CategoryGuess;
import dev.anmok.core.search.Found;
import dev.anmok.core.search.Hit;
import dev.anmok.core.search.MatchJudge;
import dev.anmok.core.search.SearchRequest.By;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/// Prints what a search found.
record HitOutput(Console console, Format format, boolean details) {
  void print(By by, Answered answered) {
    answered.notes().forEach(note -> console.say("note: %s", note));
    answered
        .category()
        .ifPresent(seen -> console.say("%s", category(seen.guess(), answered.within())));
    long won = answered.wonByTranslation();
    if (won > 0) {
      console.say("the translation won %d of %d hits", won, answered.hits().size());
    }
    print(by, answered.hits(), answered.judge());
    if (details) {
      console.say("%s", times(answered.times().millis()));
    }
  }

  private static String category(CategoryGuess guess, boolean within) {
    var what =
        switch (guess) {
          case CategoryGuess.Sure _ -> within ? "searched within it" : "searched all";
          case CategoryGuess.Likely _ -> "favoured";
          case CategoryGuess.Unknown _ -> "too unsure, searched all";
        };
    return String.format(
        Locale.ROOT, "category: %s (%.2f): %s", guess.path(), guess.confidence(), what);
  }

  private static String times(Map<String, Double> millis) {
    return millis.entrySet().stream()
        .map(stage -> String.format(Locale.ROOT, "%s %.1f ms", stage.getKey(), stage.getValue()))
        .collect(Collectors.joining(", "));
  }

  private void print(By by, List<Found> hits, MatchJudge judge) {
    if (format == Format.JSON) {
      JsonResult.print(console.out(), new HitJson(details, judge, Hit::uri).hits(hits));
      return;
    }
    if (hits.isEmpty()) {
      console.say("nothing found");
      return;
    }
    var table = new Table("score", "match", "item", by == By.ITEM ? "best photo" : "photo");
    hits.forEach(hit ->
        table.row(score(hit), judge.of(hit).code(), name(hit), Paths.show(hit.best().uri())));
    table.print(console.out());
    if (judge.refuses(hits)) {
      console.say("no good match: these are the nearest, no better than chance finds");
    }
  }

  private static String score(Found hit) {
    return String.format(Locale.ROOT, "%.4f", hit.score());
  }

  private static String name(Found hit) {
    return hit.title().isEmpty() ? hit.item() : hit.title();
  }
}
