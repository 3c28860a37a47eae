package dev.anmok.core.search;

import dev.anmok.core.filter.Field;
import dev.anmok.core.filter.Filter;
import java.util.List;

/// Asks how many items in scope there are for each value of some fields.
///
/// @param fields what is counted
/// @param filter which items count; comparisons of a field itself are left out while it is counted,
///   so that its other values stay to be chosen
/// @param scope which photos count
/// @param limit most values a field, 1 to [#MAX_LIMIT], the most frequent first
public record FacetQuery(List<Field> fields, Filter filter, VectorQuery.Scope scope, int limit) {
  /// Most values a field.
  public static final int MAX_LIMIT = 1_000;

  public FacetQuery {
    fields = List.copyOf(fields);
    if (limit < 1 || limit > MAX_LIMIT) {
      throw new IllegalArgumentException("limit must be 1.." + MAX_LIMIT + ", was " + limit);
    }
  }
}
