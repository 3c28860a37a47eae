package dev.anmok.app.feedback;

import dev.anmok.core.evaluate.FeedbackReport;
import dev.anmok.core.pipeline.Catalog;
import dev.anmok.core.pipeline.Feedback;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Set;

/// Makes the report of a catalog's feedback. The category that something was shown in is the
/// metadata `category` of its item.
///
/// @param catalog with the log
public record Reporting(Catalog catalog) {
  private static final String COLUMN = "category";

  /// Reads the whole log once.
  public FeedbackReport report() throws IOException {
    try (var rows = catalog.feedback().byAnswer()) {
      return FeedbackReport.of(rows.iterator(), this::category);
    }
  }

  private String category(Feedback row) {
    try {
      return catalog.itemsOf(Set.of(row.item())).stream()
          .findFirst()
          .map(item -> item.metadata().getOrDefault(COLUMN, ""))
          .orElse("");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
