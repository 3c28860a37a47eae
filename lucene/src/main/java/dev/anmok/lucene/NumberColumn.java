package dev.anmok.lucene;

import dev.anmok.core.filter.Field;
import dev.anmok.core.search.Facet;
import dev.anmok.core.search.FacetTally;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.SortedNumericDocValues;
import org.apache.lucene.search.DocIdSetIterator;

/// The values of a field of numbers or dates in some documents.
///
/// @param field the field
/// @param parts the documents, each of which counts as one item
record NumberColumn(Field field, List<Scopes.Part> parts) {
  Facet facet(int limit) throws IOException {
    Map<Long, int[]> tallies = new HashMap<>();
    long known = 0;
    for (var part : parts) {
      known += count(part, tallies);
    }
    if (tallies.isEmpty()) {
      return new Facet(field, List.of(), 0, null);
    }
    var counts = new ArrayList<Facet.Count>();
    tallies.forEach((number, items) ->
        counts.add(new Facet.Count(MetadataFields.number(field, number), items[0])));
    counts.sort(FacetTally.MOST_FIRST);
    var shown = counts.subList(0, Math.min(limit, counts.size()));
    long others = shown.size() == counts.size() ? 0 : known - having(shown, tallies.keySet());
    var span =
        new Facet.Span(
            MetadataFields.number(
                field, tallies.keySet().stream().mapToLong(n -> n).min().orElseThrow()),
            MetadataFields.number(
                field, tallies.keySet().stream().mapToLong(n -> n).max().orElseThrow()));
    return new Facet(field, shown, others, span);
  }

  private SortedNumericDocValues column(Scopes.Part part) throws IOException {
    return DocValues.getSortedNumeric(part.leaf().reader(), MetadataFields.name(field));
  }

  /// Counts documents by value, and returns the number of those with any.
  private long count(Scopes.Part part, Map<Long, int[]> tallies) throws IOException {
    var column = column(part);
    var documents = part.documents();
    long known = 0;
    for (int document = documents.nextDoc();
        document != DocIdSetIterator.NO_MORE_DOCS;
        document = documents.nextDoc()) {
      if (column.advanceExact(document)) {
        known++;
        long before = 0;
        for (int i = 0; i < column.docValueCount(); i++) {
          long number = column.nextValue();
          if (i == 0 || number != before) { // in rising order
            tallies.computeIfAbsent(number, _ -> new int[1])[0]++;
          }
          before = number;
        }
      }
    }
    return known;
  }

  /// Number of documents that have one of the values shown.
  private long having(List<Facet.Count> shown, Set<Long> all) throws IOException {
    var values = new HashSet<>(shown.stream().map(Facet.Count::value).toList());
    var wanted = new HashSet<Long>();
    for (long number : all) {
      if (values.contains(MetadataFields.number(field, number))) {
        wanted.add(number);
      }
    }
    long having = 0;
    for (var part : parts) {
      var column = column(part);
      var documents = part.documents();
      for (int document = documents.nextDoc();
          document != DocIdSetIterator.NO_MORE_DOCS;
          document = documents.nextDoc()) {
        having += column.advanceExact(document) && any(column, wanted) ? 1 : 0;
      }
    }
    return having;
  }

  private static boolean any(SortedNumericDocValues column, Set<Long> wanted) throws IOException {
    boolean any = false;
    for (int i = column.docValueCount(); i > 0; i--) {
      any |= wanted.contains(column.nextValue());
    }
    return any;
  }
}
