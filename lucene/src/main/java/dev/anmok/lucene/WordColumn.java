package dev.anmok.lucene;

import dev.anmok.core.filter.Field;
import dev.anmok.core.search.Facet;
import dev.anmok.core.search.FacetTally;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.search.DocIdSetIterator;

/// The values of a field of words or booleans in some documents.
///
/// @param field the field
/// @param parts the documents, each of which counts as one item
record WordColumn(Field field, List<Scopes.Part> parts) {
  Facet facet(int limit) throws IOException {
    var tally = new FacetTally();
    long known = 0;
    for (var part : parts) {
      var column = column(part);
      var counts = new int[Math.toIntExact(column.getValueCount())];
      known += count(column, part.documents(), counts);
      for (int ordinal = 0; ordinal < counts.length; ordinal++) {
        if (counts[ordinal] > 0) {
          tally.add(
              MetadataFields.word(field, column.lookupOrd(ordinal).utf8ToString()),
              counts[ordinal]);
        }
      }
    }
    var counts = tally.counts();
    if (counts.size() <= limit) {
      return new Facet(field, counts, 0, null);
    }
    var shown = counts.subList(0, limit);
    var terms = new HashSet<String>();
    shown.forEach(count -> terms.add(MetadataFields.term(count.value())));
    return new Facet(field, shown, known - having(terms), null);
  }

  private SortedSetDocValues column(Scopes.Part part) throws IOException {
    return DocValues.getSortedSet(part.leaf().reader(), MetadataFields.name(field));
  }

  /// Counts documents by value, and returns the number of those with any.
  private static long count(SortedSetDocValues column, DocIdSetIterator documents, int[] counts)
      throws IOException {
    long known = 0;
    for (int document = documents.nextDoc();
        document != DocIdSetIterator.NO_MORE_DOCS;
        document = documents.nextDoc()) {
      if (column.advanceExact(document)) {
        known++;
        for (int i = column.docValueCount(); i > 0; i--) {
          counts[(int) column.nextOrd()]++;
        }
      }
    }
    return known;
  }

  /// Number of documents that have one of some values.
  private long having(Set<String> terms) throws IOException {
    long having = 0;
    for (var part : parts) {
      var column = column(part);
      var wanted = new boolean[Math.toIntExact(column.getValueCount())];
      for (int ordinal = 0; ordinal < wanted.length; ordinal++) {
        var value = MetadataFields.word(field, column.lookupOrd(ordinal).utf8ToString());
        wanted[ordinal] = terms.contains(MetadataFields.term(value));
      }
      having += having(column, part.documents(), wanted);
    }
    return having;
  }

  private static long having(
      SortedSetDocValues column, DocIdSetIterator documents, boolean[] wanted) throws IOException {
    long having = 0;
    for (int document = documents.nextDoc();
        document != DocIdSetIterator.NO_MORE_DOCS;
        document = documents.nextDoc()) {
      boolean any = false;
      if (column.advanceExact(document)) {
        for (int i = column.docValueCount(); i > 0; i--) {
          any |= wanted[(int) column.nextOrd()];
        }
      }
      having += any ? 1 : 0;
    }
    return having;
  }
}
