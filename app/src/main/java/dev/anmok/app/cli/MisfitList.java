package dev.anmok.app.cli;

import dev.anmok.app.workspace.ItemFacts;
import dev.anmok.app.workspace.Session;
import dev.anmok.core.filter.Typed;
import dev.anmok.core.pipeline.Item;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiConsumer;

/// Lists the metadata that is no value of its field, by the profile's fields as they are now; reads
/// every item once and holds one.
record MisfitList(Console console, Format format) {
  void print(Session session) throws IOException {
    if (format == Format.JSON) {
      try (var output = new JsonResult(console.out())) {
        each(
            session,
            (item, misfit) ->
                output.add(
                    Map.of(
                        "item",
                        item.id(),
                        "field",
                        misfit.field().name(),
                        "value",
                        misfit.text())));
      }
      return;
    }
    var count = new AtomicLong();
    each(
        session,
        (item, misfit) -> {
          count.incrementAndGet();
          console.print(
              "%s: %s '%s' is not %s",
              item.id(), misfit.field().name(), misfit.text(), misfit.field().type().inWords());
        });
    if (count.get() == 0) {
      console.say(
          session.profile().search().fields().isEmpty()
              ? "the profile declares no fields, so nothing can be unfit (docs/filters.md)"
              : "every value fits its field");
    }
  }

  private static void each(Session session, BiConsumer<Item, Typed.Misfit> use) throws IOException {
    var choice = session.profile().search();
    try (var items = session.workspace().catalog().allItems()) {
      items.forEach(item ->
          ItemFacts.typed(item, choice).misfits().forEach(misfit -> use.accept(item, misfit)));
    }
  }
}
