package dev.anmok.core.search;

import static java.util.Comparator.comparing;
import static java.util.Comparator.comparingLong;
import static java.util.Comparator.naturalOrder;

import dev.anmok.core.filter.Field;
import dev.anmok.core.filter.Metadata;
import dev.anmok.core.filter.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The right facets, from a list of photos.
final class BruteForceFacets {
  private BruteForceFacets() {}

  static List<Facet> of(List<IndexedPhoto> photos, FacetQuery query) {
    return query.fields().stream().map(field -> facet(photos, query, field)).toList();
  }

  private static Facet facet(List<IndexedPhoto> photos, FacetQuery query, Field field) {
    var items = new LinkedHashMap<String, Metadata>();
    var filter = query.filter().without(field);
    for (var photo : photos) {
      boolean inScope = query.scope() == VectorQuery.Scope.ALL || photo.representative();
      if (inScope && filter.matches(photo.metadata())) {
        items.put(photo.item().isEmpty() ? "photo " + photo.uri() : photo.item(), photo.metadata());
      }
    }
    var byKey = new HashMap<Object, List<Value>>();
    for (var metadata : items.values()) {
      metadata.of(field).stream()
          .collect(Collectors.groupingBy(BruteForceFacets::key))
          .forEach((key, forms) ->
              byKey.computeIfAbsent(key, _ -> new ArrayList<>()).add(forms.getFirst()));
    }
    var counts =
        byKey.values().stream()
            .map(forms -> new Facet.Count(commonest(forms), forms.size()))
            .sorted(
                comparingLong(Facet.Count::items)
                    .reversed()
                    .thenComparing(comparing(Facet.Count::value)))
            .limit(query.limit())
            .toList();
    Set<Object> shown = new HashSet<>();
    counts.forEach(count -> shown.add(key(count.value())));
    long others =
        items.values().stream()
            .map(metadata -> metadata.of(field))
            .filter(values -> !values.isEmpty())
            .filter(values -> values.stream().noneMatch(value -> shown.contains(key(value))))
            .count();
    return new Facet(field, counts, others, span(items, field));
  }

  private static Facet.@Nullable Span span(Map<String, Metadata> items, Field field) {
    var values = items.values().stream().flatMap(metadata -> metadata.of(field).stream()).toList();
    return !field.type().ordered() || values.isEmpty()
        ? null
        : new Facet.Span(
            values.stream().min(naturalOrder()).orElseThrow(),
            values.stream().max(naturalOrder()).orElseThrow());
  }

  private static Object key(Value value) {
    return value instanceof Value.Word word ? word.key() : value;
  }

  private static Value commonest(List<Value> forms) {
    var numbers = forms.stream().collect(Collectors.groupingBy(f -> f, Collectors.counting()));
    return numbers.entrySet().stream()
        .sorted(
            Map.Entry.<Value, Long>comparingByValue()
                .reversed()
                .thenComparing(e -> e.getKey().toString()))
        .findFirst()
        .orElseThrow()
        .getKey();
  }
}
