package dev.anmok.app.workspace;

import dev.anmok.core.filter.Field;
import dev.anmok.core.filter.Typed;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Counts the metadata that fit no field, with the first of each. Each item counts once, as long as
/// no more than [#MOST_ITEMS] items have some; beyond that an item whose photos come in several
/// batches may count again.
public final class Misfits {
  private static final int MOST_ITEMS = 10_000;
  private static final int SHOWN = 60;

  private final Map<Field, Kind> kinds = new LinkedHashMap<>();
  private final Set<String> items = new HashSet<>();

  /// The misfits of one field.
  ///
  /// @param count how many there are
  /// @param item id of the first one's item
  /// @param text the first one
  private record Kind(long count, String item, String text) {}

  /// Counts what an item has.
  void add(String item, List<Typed.Misfit> misfits) {
    if (misfits.isEmpty() || items.contains(item)) {
      return;
    }
    if (items.size() < MOST_ITEMS) {
      items.add(item);
    }
    for (var misfit : misfits) {
      kinds.merge(
          misfit.field(),
          new Kind(1, item, misfit.text()),
          (first, _) -> new Kind(first.count() + 1, first.item(), first.text()));
    }
  }

  /// One line a field; none if everything fits.
  public List<String> lines() {
    return kinds.entrySet().stream().map(e -> line(e.getKey(), e.getValue())).toList();
  }

  private static String line(Field field, Kind kind) {
    boolean one = kind.count() == 1;
    return "%d %s of '%s' %s left out, not being %s: %s'%s' of item %s"
        .formatted(
            kind.count(),
            one ? "value" : "values",
            field.name(),
            one ? "is" : "are",
            field.type().inWords(),
            one ? "" : "the first is ",
            kind.text().length() > SHOWN ? kind.text().substring(0, SHOWN) + "…" : kind.text(),
            kind.item());
  }
}
