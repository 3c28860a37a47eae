package dev.anmok.app.query;

import dev.anmok.app.words.QueryText;
import dev.anmok.app.words.QueryTexts;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How the words of a wish were understood.
///
/// @param originals as typed, where the model knows the language
/// @param translations translated, where they were
/// @param refusedOrNull why the model cannot be asked at all; null if it can
/// @param notes sentences for people
record Understood(
    List<String> originals,
    List<String> translations,
    @Nullable String refusedOrNull,
    List<String> notes) {
  static Understood of(List<String> texts, QueryTexts reader) {
    var originals = new ArrayList<String>();
    var translations = new ArrayList<String>();
    var notes = new ArrayList<String>();
    String refused = null;
    for (var text : texts) {
      switch (reader.of(text)) {
        case QueryText.Refused(_, var problem) -> refused = problem;
        case QueryText.Readings readings -> {
          readings.original().ifPresent(originals::add);
          readings
              .translation()
              .ifPresent(translated -> {
                translations.add(translated);
                notes.add("'" + text + "' was translated to '" + translated + "'");
              });
          notes.addAll(readings.notes());
        }
      }
    }
    return new Understood(originals, translations, refused, notes);
  }
}
