package dev.anmok.app.cli;

import dev.anmok.app.workspace.Curation;
import dev.anmok.app.workspace.Session;
import dev.anmok.core.curate.PhotoDecision;
import dev.anmok.core.pipeline.ItemPhotos;
import java.io.IOException;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// The delta method and the as-published method over the same photos, side by side.
///
/// @param delta the corrected method
/// @param published the source's old one
record Comparison(Curation delta, Curation published) {
  void print(Console console, Format format, Session session, Optional<String> item)
      throws IOException {
    if (item.isPresent()) {
      print(console, format, List.of(Items.find(session, item.get())).iterator());
      return;
    }
    try (var items = delta.catalog().items(delta.space())) {
      print(console, format, items.iterator());
    }
  }

  private void print(Console console, Format format, java.util.Iterator<ItemPhotos> items) {
    var totals = new Totals();
    if (format == Format.JSON) {
      try (var json = new JsonResult(console.out())) {
        items.forEachRemaining(item -> json.add(totals.add(both(item)).json()));
      }
    } else {
      items.forEachRemaining(item -> totals.add(both(item)).print(console));
    }
    totals.print(console);
  }

  private Both both(ItemPhotos item) {
    return new Both(delta.byMachine(item), published.byMachine(item));
  }

  /// One item under both methods.
  private record Both(Curation.Result delta, Curation.Result published) {
    List<PhotoDecision> left() {
      return delta.decision().representatives();
    }

    List<PhotoDecision> right() {
      return published.decision().representatives();
    }

    long shared() {
      var uris = new HashSet<String>();
      left().forEach(photo -> uris.add(photo.uri()));
      return right().stream().filter(photo -> uris.contains(photo.uri())).count();
    }

    Map<String, Object> json() {
      var json = new LinkedHashMap<String, Object>();
      json.put("item", delta.item().id());
      json.put("delta", left().stream().map(PhotoDecision::uri).toList());
      json.put("as_published", right().stream().map(PhotoDecision::uri).toList());
      json.put("shared", shared());
      json.put("delta_reason", delta.decision().reason().code());
      json.put("as_published_reason", published.decision().reason().code());
      return json;
    }

    void print(Console console) {
      console.print(
          "%s  %d of %d shared  delta: %s, as-published: %s",
          delta.item().title(),
          shared(),
          Math.max(left().size(), right().size()),
          delta.decision().reason().code(),
          published.decision().reason().code());
      var table = new Table("  rank", "delta", "", "as-published", "");
      for (int i = 0; i < Math.max(left().size(), right().size()); i++) {
        table.row(
            "  " + (i + 1), name(left(), i), value(left(), i), name(right(), i), value(right(), i));
      }
      table.print(console.out());
    }

    private static String name(List<PhotoDecision> photos, int i) {
      return i < photos.size() ? Paths.show(photos.get(i).uri()) : "";
    }

    private static String value(List<PhotoDecision> photos, int i) {
      return i < photos.size()
          ? photos
              .get(i)
              .score()
              .map(score -> String.format(Locale.ROOT, "%+.4f", score.delta()))
              .orElse("")
          : "";
    }
  }

  /// Sums over all items.
  private static final class Totals {
    private int items;
    private int keptByDelta;
    private int keptByPublished;
    private long chosen;
    private long shared;

    Both add(Both both) {
      items++;
      keptByDelta += both.delta().decision().kept() ? 1 : 0;
      keptByPublished += both.published().decision().kept() ? 1 : 0;
      chosen += both.right().size();
      shared += both.shared();
      return both;
    }

    void print(Console console) {
      console.say(
          "%d items: delta keeps %d, as-published %d; of %d photos that as-published chose,"
              + " delta chose %d too",
          items, keptByDelta, keptByPublished, chosen, shared);
    }
  }
}
