package dev.anmok.app.feedback;

import dev.anmok.app.workspace.ItemCategories;
import dev.anmok.app.workspace.Session;
import dev.anmok.core.evaluate.FeedbackReport;
import dev.anmok.core.pipeline.Catalog;
import dev.anmok.core.pipeline.Feedback;
import dev.anmok.core.pipeline.Item;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Set;

/// Makes the report of a workspace's feedback. The category that something was shown in is that of
/// its item, as the index has it; where the profile has no categories, the metadata `category`.
///
/// @param session with the log
public record Reporting(Session session) {
  private static final String COLUMN = "category";

  /// Reads the whole log once. The category of each item that somebody corrected is held.
  public FeedbackReport report() throws IOException {
    var known = new HashMap<String, String>();
    try (var rows = catalog().feedback().byAnswer()) {
      return FeedbackReport.of(
          rows.iterator(), row -> known.computeIfAbsent(row.subject(), _ -> category(row)));
    }
  }

  private Catalog catalog() {
    return session.workspace().catalog();
  }

  private String category(Feedback row) {
    try {
      for (var item : catalog().itemsOf(Set.of(item(row)))) {
        return category(item);
      }
      return "";
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String item(Feedback row) throws IOException {
    if (!row.item().isEmpty()) {
      return row.item();
    }
    return catalog().places(row.photo(), session.pack().space()).stream()
        .map(place -> place.item())
        .filter(item -> !item.isEmpty())
        .findFirst()
        .orElse("");
  }

  private String category(Item item) throws IOException {
    var space = session.pack().space().id();
    var categories = ItemCategories.of(catalog(), session.profile(), space);
    return categories.isEmpty()
        ? item.metadata().getOrDefault(COLUMN, "")
        : categories.get().shown(item).orElse("");
  }
}
