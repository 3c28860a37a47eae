package dev.anmok.lucene;

import static java.util.Comparator.comparing;
import static java.util.Comparator.reverseOrder;

import dev.anmok.core.text.Hangul;
import dev.anmok.core.text.SoundAlike;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.FuzzyTermsEnum;

/// Other spellings of a word that occur in the index. Those that sound alike are found for every
/// Korean word, those with any one letter wrong only for longer words that do not occur themselves.
///
/// @param index where they occur
record Spellings(IndexTerms index) {
  private static final float ALIKE = 0.6f;
  private static final float SLIP = 0.4f;
  private static final int MOST = 6;
  private static final int SHORTEST_KOREAN = 3;
  private static final int SHORTEST_LATIN = 5;

  List<Alternative> of(Word word) throws IOException {
    var found = new ArrayList<Alternative>();
    for (var variant : SoundAlike.of(word.form())) {
      if (index.documents(TextFields.FORMS, TextFields.form(variant)) > 0) {
        found.add(Alternative.form(variant, ALIKE));
      }
    }
    if (found.isEmpty() && isLong(word) && !isKnown(word)) {
      for (var form : oneSlipAway(TextFields.form(word.form()))) {
        found.add(Alternative.form(Hangul.syllables(form), SLIP));
      }
    }
    return found;
  }

  private static boolean isLong(Word word) {
    return switch (word.kind()) {
      case HANGUL -> word.form().length() >= SHORTEST_KOREAN;
      case LATIN -> word.form().length() >= SHORTEST_LATIN;
      case NUMBER, INITIALS, OTHER -> false;
    };
  }

  /// Single syllables may be what is left of a word that was misspelled.
  private boolean isKnown(Word word) throws IOException {
    if (index.documents(TextFields.FORMS, TextFields.form(word.form())) > 0) {
      return true;
    }
    for (var term : word.terms()) {
      boolean scrap = word.terms().size() > 1 && term.length() == 1;
      if (scrap || index.documents(TextFields.WORDS, term) == 0) {
        return false;
      }
    }
    return true;
  }

  /// The most frequent forms within one insertion, deletion, replacement or swap of letters.
  private List<String> oneSlipAway(String form) throws IOException {
    var terms = MultiTerms.getTerms(index.reader(), TextFields.FORMS);
    if (terms == null) {
      return List.of();
    }
    var documents = new HashMap<String, Integer>();
    var near = new FuzzyTermsEnum(terms, new Term(TextFields.FORMS, form), 1, 0, true);
    for (var term = near.next(); term != null; term = near.next()) {
      documents.put(term.utf8ToString(), near.docFreq());
    }
    return documents.entrySet().stream()
        .sorted(
            comparing(Map.Entry<String, Integer>::getValue, reverseOrder())
                .thenComparing(Map.Entry::getKey))
        .limit(MOST)
        .map(Map.Entry::getKey)
        .toList();
  }
}
