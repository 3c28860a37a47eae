package dev.anmok.words;

import java.io.IOException;
import java.util.List;

/// What a query's words need to know of the terms of an index.
public interface TermIndex {
  /// Number of photos with a term.
  ///
  /// @param field [TermFields#WORDS], [TermFields#FORMS] or [TermFields#INITIALS]
  int documents(String field, String term) throws IOException;

  /// Number of photos that have words.
  int documents() throws IOException;

  /// The most frequent terms of [TermFields#FORMS] within one insertion, deletion, replacement or
  /// swap of letters, the most frequent first, equals in order of the term.
  List<String> oneSlipAway(String form, int most) throws IOException;

  /// Whether any word has Hangul; synonyms of an index without need no Korean analysis.
  boolean hasKorean() throws IOException;

  /// Whether all of what an alternative needs occurs anywhere.
  default boolean occurs(Alternative alternative) throws IOException {
    boolean all = true;
    boolean any = false;
    for (var term : alternative.terms()) {
      boolean occurs = documents(alternative.field(), term) > 0;
      all &= occurs;
      any |= occurs;
    }
    return alternative.any() ? any : all;
  }

  /// The sum of some terms' inverse document frequencies, `ln(1 + (N - n + 0.5) / (n + 0.5))`.
  default double weight(String field, List<String> terms) throws IOException {
    double sum = 0;
    for (var term : terms) {
      int n = documents(field, term);
      sum += Math.log1p(Math.max(0, documents() - n + 0.5) / (n + 0.5));
    }
    return sum;
  }
}
