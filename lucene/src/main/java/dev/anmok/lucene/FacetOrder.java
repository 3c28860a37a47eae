package dev.anmok.lucene;

import static java.util.Comparator.comparing;
import static java.util.Comparator.comparingLong;

import dev.anmok.core.search.Facet;
import java.util.Comparator;

/// The order of a facet's values.
final class FacetOrder {
  /// Most items first, equals in order of value.
  static final Comparator<Facet.Count> BY_ITEMS =
      comparingLong(Facet.Count::items).reversed().thenComparing(comparing(Facet.Count::value));

  private FacetOrder() {}
}
