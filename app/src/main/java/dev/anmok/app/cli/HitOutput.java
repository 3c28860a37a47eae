package dev.anmok.app.cli;

import dev.anmok.core.search.Hit;
import dev.anmok.core.search.ItemHit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Prints what a search found.
record HitOutput(Console console, Format format, boolean details) {
  void photos(List<Hit> hits) {
    if (format == Format.JSON) {
      JsonResult.print(console.out(), hits.stream().map(hit -> json(hit, hit.score())).toList());
      return;
    }
    var table = new Table("score", "item", "photo");
    hits.forEach(hit -> table.row(score(hit.score()), name(hit), Paths.show(hit.uri())));
    print(table, hits.isEmpty());
  }

  void items(List<ItemHit> hits) {
    if (format == Format.JSON) {
      JsonResult.print(console.out(), hits.stream().map(this::json).toList());
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

  private Map<String, Object> json(ItemHit hit) {
    var json = json(hit.best(), hit.score());
    if (details) {
      json.put("photos", hit.top().stream().map(photo -> json(photo, photo.score())).toList());
    }
    return json;
  }

  private static Map<String, Object> json(Hit hit, float score) {
    var json = new LinkedHashMap<String, Object>();
    json.put("image", hit.uri());
    json.put("item", hit.item());
    json.put("title", hit.title());
    json.put("score", Math.round(score * 1e4) / 1e4);
    return json;
  }

  private static String score(float score) {
    return String.format(Locale.ROOT, "%.4f", score);
  }

  private static String name(Hit hit) {
    return hit.title().isEmpty() ? hit.item() : hit.title();
  }
}
