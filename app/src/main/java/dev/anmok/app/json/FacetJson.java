package dev.anmok.app.json;

import dev.anmok.core.filter.Value;
import dev.anmok.core.filter.ValueText;
import dev.anmok.core.search.Facet;
import java.util.List;
import java.util.Map;

/// Numbers of items by value:
/// `[{"field":"genre","type":"list","labels":{…},"values":[{"value":"Drama","items":12},…],
/// "others":3,"range":{"from":…,"to":…}},…]`; `range` for numbers and dates only.
public final class FacetJson {
  private FacetJson() {}

  /// The facets in their order.
  ///
  /// @param labels of fields, by name, then language
  public static List<Map<String, Object>> of(
      List<Facet> facets, Map<String, Map<String, String>> labels) {
    return facets.stream()
        .map(facet -> of(facet, labels.getOrDefault(facet.field().name(), Map.of())))
        .toList();
  }

  private static Map<String, Object> of(Facet facet, Map<String, String> labels) {
    var json =
        Tree.of("field", facet.field().name())
            .and("type", facet.field().type().code())
            .and("labels", labels)
            .and("values", facet.counts().stream().map(FacetJson::of).toList())
            .and("others", facet.others());
    var range = facet.rangeOrNull();
    if (range != null) {
      json.and(
          "range",
          Tree.of("from", value(range.smallest())).and("to", value(range.largest())).map());
    }
    return json.map();
  }

  private static Map<String, Object> of(Facet.Count count) {
    return Tree.of("value", value(count.value())).and("items", count.items()).map();
  }

  private static Object value(Value value) {
    return switch (value) {
      case Value.Word(var text) -> text;
      case Value.Whole(long number) -> number;
      case Value.Decimal(double number) -> number;
      case Value.Day _ -> ValueText.print(value);
      case Value.Truth(boolean holds) -> holds;
    };
  }
}
