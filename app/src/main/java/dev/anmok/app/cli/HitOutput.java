package dev.anmok.app.cli;

import dev.anmok.app.json.HitJson;
import dev.anmok.core.search.Hit;
import dev.anmok.core.search.ItemHit;
import java.util.List;
import java.util.Locale;

/// Prints what a search found.
record HitOutput(Console console, Format format, boolean details) {
  void photos(List<Hit> hits) {
    if (format == Format.JSON) {
      JsonResult.print(console.out(), json().photos(hits));
      return;
    }
    var table = new Table("score", "item", "photo");
    hits.forEach(hit -> table.row(score(hit.score()), name(hit), Paths.show(hit.uri())));
    print(table, hits.isEmpty());
  }

  void items(List<ItemHit> hits) {
    if (format == Format.JSON) {
      JsonResult.print(console.out(), json().items(hits));
      return;
    }
    var table = new Table("score", "item", "best photo");
    hits.forEach(
        hit -> table.row(score(hit.score()), name(hit.best()), Paths.show(hit.best().uri())));
    print(table, hits.isEmpty());
  }

  private void print(Table table, boolean empty) {
    if (empty) {
      console.say("nothing found");
    } else {
      table.print(console.out());
    }
  }

  private HitJson json() {
    return new HitJson(details, Hit::uri);
  }

  private static String score(float score) {
    return String.format(Locale.ROOT, "%.4f", score);
  }

  private static String name(Hit hit) {
    return hit.title().isEmpty() ? hit.item() : hit.title();
  }
}
