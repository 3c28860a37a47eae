package dev.anmok.core.search;

import dev.anmok.core.filter.Filter;
import java.util.HashSet;
import java.util.List;

/// What somebody looks for.
///
/// @param parts the sub-queries, at least one of which finds something; names differ
/// @param fusion how their answers become one
/// @param by what is listed
/// @param scope which photos count
/// @param filter which items count
/// @param page which part of the ranking is answered
public record SearchRequest(
    List<SubQuery> parts, Fusion fusion, By by, VectorQuery.Scope scope, Filter filter, Page page) {
  /// What an answer lists.
  public enum By {
    PHOTO,
    /// Items, each once, with its best photos; photos of no item are not found.
    ITEM
  }

  public SearchRequest {
    parts = List.copyOf(parts);
    if (parts.stream().noneMatch(SubQuery::finds)) {
      throw new IllegalArgumentException(
          "a request needs a sub-query of positive weight that finds something");
    }
    var names = new HashSet<String>();
    for (var part : parts) {
      if (!names.add(part.name())) {
        throw new IllegalArgumentException("two sub-queries are called " + part.name());
      }
    }
  }
}
