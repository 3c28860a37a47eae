package dev.anmok.lucene;

import dev.anmok.core.search.Hit;
import dev.anmok.core.search.VectorQuery.Scope;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.BytesRef;

/// Scores documents that are known already, one by one.
///
/// @param parts the documents that may be hits
record GivenDocuments(IndexSearcher searcher, List<Scopes.Part> parts) {
  /// Those that match a query, in no order that counts.
  List<Hit> matching(Query query, Collection<String> uris) throws IOException {
    var terms = uris.stream().map(BytesRef::new).toList();
    var documents = TermLookup.documents(searcher, PhotoFields.URI, terms, Scope.ALL);
    var weight = searcher.createWeight(searcher.rewrite(query), ScoreMode.COMPLETE, 1);
    var hits = new ArrayList<Hit>();
    for (var range : DocumentRange.split(searcher, documents)) {
      score(weight, range, documents, hits);
    }
    return hits;
  }

  private void score(Weight weight, DocumentRange range, int[] documents, List<Hit> hits)
      throws IOException {
    var part = part(range);
    var scorer = weight.scorer(part.leaf());
    if (scorer == null) {
      return;
    }
    var place = scorer.iterator();
    var columns = new PhotoFields.Columns(range.segment());
    for (int i = range.from(); i < range.to(); i++) {
      int document = documents[i] - range.base();
      if (part.inScope().contains(document) && reaches(place, document)) {
        hits.add(columns.hit(document, scorer.score()));
      }
    }
  }

  private Scopes.Part part(DocumentRange range) {
    return parts.stream()
        .filter(part -> part.leaf().docBase == range.base())
        .findFirst()
        .orElseThrow();
  }

  /// Moves on to a document behind all asked for before; whether it is there.
  private static boolean reaches(DocIdSetIterator place, int document) throws IOException {
    return place.docID() <= document
        && (place.docID() == document || place.advance(document) == document);
  }
}
