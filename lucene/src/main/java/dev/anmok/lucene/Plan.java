package dev.anmok.lucene;

import dev.anmok.words.Asked;
import java.util.List;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;

/// What the words of a query come to in one state of an index. Thread-safe.
///
/// @param asked what is asked for; empty if the query has no words
/// @param query finds and scores the documents that hold any of it, and all phrases
record Plan(List<Asked> asked, Query query) {
  /// The plan of a query without words.
  static final Plan NOTHING = new Plan(List.of(), MatchNoDocsQuery.INSTANCE);

  Plan {
    asked = List.copyOf(asked);
  }
}
