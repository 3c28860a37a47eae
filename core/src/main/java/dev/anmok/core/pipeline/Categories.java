package dev.anmok.core.pipeline;

import dev.anmok.core.pipeline.StoredCategory.Subject;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The categories that classifiers gave to a catalog's items and photos, one a subject, classifier
/// and space. Thread-safe, for writing too: a write waits for the transaction under way.
public interface Categories {
  /// Stores categories in one transaction, in the place of those of the same subject, classifier
  /// and space. Where that changes verdict or category, an index must follow; storing the same
  /// again changes nothing.
  ///
  /// @return how many verdicts or categories changed or are new
  /// @throws IllegalArgumentException if there is no such item or photo
  int store(List<StoredCategory> categories) throws IOException;

  /// The category of an item or a photo by a classifier in a space, if there is one.
  Optional<StoredCategory> of(Subject subject, String classifier, String space) throws IOException;

  /// Categories of items, by item; items without one are left out.
  ///
  /// @param items some thousands at most
  Map<String, StoredCategory> ofItems(Collection<String> items, String classifier, String space)
      throws IOException;
}
