package dev.anmok.core.search;

import static java.util.Comparator.comparing;
import static java.util.Comparator.comparingLong;
import static java.util.Comparator.reverseOrder;

import dev.anmok.core.filter.Value;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Adds up numbers of items by value. Words that differ in case only are one value, shown in the
/// form that most items have, of equally frequent ones the first.
public final class FacetTally {
  /// Most items first, equals in order of value.
  public static final Comparator<Facet.Count> MOST_FIRST =
      comparingLong(Facet.Count::items).reversed().thenComparing(comparing(Facet.Count::value));

  private final Map<Object, Map<Value, Long>> forms = new HashMap<>();

  /// Counts more items of a value.
  public void add(Value form, long items) {
    Object key = form instanceof Value.Word word ? word.key() : form;
    forms.computeIfAbsent(key, _ -> new HashMap<>()).merge(form, items, Long::sum);
  }

  /// The values with their items, most items first, equals in order of value.
  public List<Facet.Count> counts() {
    return forms.values().stream().map(FacetTally::count).sorted(MOST_FIRST).toList();
  }

  private static Facet.Count count(Map<Value, Long> forms) {
    var shown =
        forms.entrySet().stream()
            .max(
                Map.Entry.<Value, Long>comparingByValue()
                    .thenComparing(e -> e.getKey().toString(), reverseOrder()))
            .orElseThrow()
            .getKey();
    return new Facet.Count(shown, forms.values().stream().mapToLong(n -> n).sum());
  }
}
