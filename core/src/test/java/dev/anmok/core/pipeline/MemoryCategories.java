package dev.anmok.core.pipeline;

import dev.anmok.core.pipeline.StoredCategory.Subject;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;

/// Categories in memory, for tests: simple rather than fast.
final class MemoryCategories implements Categories {
  private final Predicate<Subject> known;
  private final Consumer<Subject> touch;
  private final Map<List<Object>, StoredCategory> all = new HashMap<>();

  /// @param known whether there is such an item or photo
  /// @param touch told whose verdict or category is another
  MemoryCategories(Predicate<Subject> known, Consumer<Subject> touch) {
    this.known = known;
    this.touch = touch;
  }

  @Override
  public synchronized int store(List<StoredCategory> categories) {
    for (var category : categories) {
      if (!known.test(category.subject())) {
        throw new IllegalArgumentException("no " + category.subject() + " in the catalog");
      }
    }
    int changed = 0;
    for (var category : categories) {
      var key = key(category.subject(), category.classifier(), category.space());
      var before = all.put(key, category);
      if (before == null
          || !before.guess().verdict().equals(category.guess().verdict())
          || !before.guess().path().equals(category.guess().path())) {
        changed++;
        touch.accept(category.subject());
      }
    }
    return changed;
  }

  @Override
  public synchronized Optional<StoredCategory> of(
      Subject subject, String classifier, String space) {
    return Optional.ofNullable(all.get(key(subject, classifier, space)));
  }

  @Override
  public synchronized Map<String, StoredCategory> ofItems(
      Collection<String> items, String classifier, String space) {
    var found = new HashMap<String, StoredCategory>();
    for (var item : items) {
      of(new Subject.OfItem(item), classifier, space)
          .ifPresent(category -> found.put(item, category));
    }
    return found;
  }

  private static List<Object> key(Subject subject, String classifier, String space) {
    return List.of(subject, classifier, space);
  }
}
