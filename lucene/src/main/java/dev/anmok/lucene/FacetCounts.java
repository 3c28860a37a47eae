package dev.anmok.lucene;

import dev.anmok.core.filter.Field;
import dev.anmok.core.filter.Filter;
import dev.anmok.core.search.Facet;
import dev.anmok.core.search.FacetQuery;
import dev.anmok.core.search.VectorQuery.Scope;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.util.FixedBitSet;

/// Counts items by the values of fields. All photos of an item have its metadata, so one photo in
/// scope stands for each item; a photo without an item stands for itself. The photos that stand for
/// their items are found once for all fields that have the same filter, and each field's column is
/// then read once, or twice if it has more values than were asked for.
///
/// @param searcher the index
/// @param scopes which documents may be hits
/// @param items numbers of the items
record FacetCounts(IndexSearcher searcher, Scopes scopes, ItemOrdinals items) {
  List<Facet> count(FacetQuery query) throws IOException {
    Map<Filter, List<Scopes.Part>> standing = new HashMap<>();
    var facets = new ArrayList<Facet>();
    for (var field : query.fields()) {
      var filter = query.filter().without(field);
      var parts = standing.get(filter);
      if (parts == null) {
        parts = standing(query.scope(), filter);
        standing.put(filter, parts);
      }
      facets.add(facet(field, parts, query.limit()));
    }
    return facets;
  }

  private static Facet facet(Field field, List<Scopes.Part> parts, int limit) throws IOException {
    return field.type().ordered()
        ? new NumberColumn(field, parts).facet(limit)
        : new WordColumn(field, parts).facet(limit);
  }

  /// One document for each item in scope.
  private List<Scopes.Part> standing(Scope scope, Filter filter) throws IOException {
    var numbers = items.of(searcher.getIndexReader());
    if (numbers.count() == searcher.getIndexReader().maxDoc()) { // an item a photo
      return scopes.of(searcher, scope, filter);
    }
    var parts = new ArrayList<Scopes.Part>();
    var seen = new FixedBitSet(Math.toIntExact(numbers.count()));
    for (var part : scopes.of(searcher, scope, filter)) {
      parts.add(new Scopes.Part(part.leaf(), first(part, numbers, seen)));
    }
    return parts;
  }

  private static InScope first(Scopes.Part part, ItemOrdinals.Numbers numbers, FixedBitSet seen)
      throws IOException {
    var column = DocValues.getSorted(part.leaf().reader(), PhotoFields.ITEM);
    var global = numbers.within(part.leaf().ord);
    boolean loose = column.getValueCount() > 0 && column.lookupOrd(0).length == 0;
    int none = loose ? 0 : -1;
    var first = new FixedBitSet(part.leaf().reader().maxDoc());
    int count = 0;
    var documents = part.documents();
    for (int document = documents.nextDoc();
        document != DocIdSetIterator.NO_MORE_DOCS;
        document = documents.nextDoc()) {
      boolean stands = true;
      if (column.advanceExact(document) && column.ordValue() != none) {
        stands = !seen.getAndSet((int) global.get(column.ordValue()));
      }
      if (stands) {
        first.set(document);
        count++;
      }
    }
    return new InScope(first, count);
  }
}
