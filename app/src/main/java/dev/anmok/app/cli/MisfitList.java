package dev.anmok.app.cli;

import dev.anmok.app.workspace.ItemFacts;
import dev.anmok.app.workspace.Session;
import java.io.IOException;
import java.util.Map;

/// Lists the metadata that is no value of its field, by the profile's fields as they are now; reads
/// every item once and holds one.
record MisfitList(Console console, Format format) {
  void print(Session session) throws IOException {
    try (var items = session.workspace().catalog().allItems();
        var output = format == Format.JSON ? new JsonResult(console.out()) : null) {
      items.forEach(item -> {
        for (var misfit : ItemFacts.typed(item, session.profile().search()).misfits()) {
          var field = misfit.field();
          if (output != null) {
            output.add(Map.of("item", item.id(), "field", field.name(), "value", misfit.text()));
          } else {
            console.print(
                "%s: %s '%s' is not %s",
                item.id(), field.name(), misfit.text(), field.type().inWords());
          }
        }
      });
    }
  }
}
