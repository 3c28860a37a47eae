package dev.anmok.words;

import java.io.IOException;
import java.util.List;

/// What the words of a query come to in one state of an index.
///
/// @param asked what is asked for; empty if the query has no words
/// @param phrases terms of [TermFields#WORDS] that must follow each other in one text
public record WordPlan(List<Asked> asked, List<List<String>> phrases) {
  /// What the second best way to find a word adds to the best one.
  public static final float TIE = 0.2f;

  public WordPlan {
    asked = List.copyOf(asked);
    phrases = phrases.stream().map(List::copyOf).toList();
  }

  /// Plans a query.
  public static WordPlan of(String text, Vocabulary vocabulary, TermIndex index)
      throws IOException {
    var words = QueryWords.parse(text, vocabulary.analysis());
    var phrases =
        words.phrases().stream()
            .map(phrase -> phrase.stream().flatMap(word -> word.terms().stream()).toList())
            .toList();
    return new WordPlan(new QueryPlan(index, vocabulary).of(words.words()), phrases);
  }
}
