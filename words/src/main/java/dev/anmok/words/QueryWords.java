package dev.anmok.words;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// What a query asks for.
///
/// @param words in its order; words that say next to nothing stay, since a term may need them
/// @param phrases words that must follow each other in one text, as those between double quotes
record QueryWords(List<Word> words, List<List<Word>> phrases) {
  /// Words of a query that count.
  private static final int MOST_WORDS = 32;

  /// Pairs of quotes; one that is left over is a sign like any other.
  private static final Pattern QUOTED = Pattern.compile("[\"“”„«»]([^\"“”„«»]*)[\"“”„«»]");

  QueryWords {
    words = List.copyOf(words);
    phrases = phrases.stream().map(List::copyOf).toList();
  }

  static QueryWords parse(String text, TextAnalysis analysis) throws IOException {
    var words = analysis.words(text);
    var phrases = new ArrayList<List<Word>>();
    var quoted = QUOTED.matcher(text);
    while (quoted.find()) {
      var phrase = analysis.words(quoted.group(1));
      if (!phrase.isEmpty()) {
        phrases.add(phrase);
      }
    }
    return new QueryWords(words.subList(0, Math.min(MOST_WORDS, words.size())), phrases);
  }
}
