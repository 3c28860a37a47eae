package dev.anmok.words;

import dev.anmok.core.text.Hangul;
import dev.anmok.core.text.SoundAlike;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// Other spellings of a word that occur in the index. Those that sound alike are found for every
/// Korean word, those with any one letter wrong only for longer words that do not occur themselves.
///
/// @param index where they occur
record Spellings(TermIndex index) {
  private static final float ALIKE = 0.6f;
  private static final float SLIP = 0.4f;
  private static final int MOST = 6;
  private static final int SHORTEST_KOREAN = 3;
  private static final int SHORTEST_LATIN = 5;

  List<Alternative> of(Word word) throws IOException {
    var found = new ArrayList<Alternative>();
    for (var variant : SoundAlike.of(word.form())) {
      if (index.documents(TermFields.FORMS, TermFields.form(variant)) > 0) {
        found.add(Alternative.form(variant, ALIKE));
      }
    }
    if (found.isEmpty() && isLong(word) && !isKnown(word)) {
      for (var form : index.oneSlipAway(TermFields.form(word.form()), MOST)) {
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
    if (index.documents(TermFields.FORMS, TermFields.form(word.form())) > 0) {
      return true;
    }
    for (var term : word.terms()) {
      boolean scrap = word.terms().size() > 1 && term.length() == 1;
      if (scrap || index.documents(TermFields.WORDS, term) == 0) {
        return false;
      }
    }
    return true;
  }
}
