package dev.anmok.words;

import java.nio.file.Path;
import java.util.List;

/// Word lists of the operator's own, used beside those that ship. They are UTF-8 text with an entry
/// on each line; empty lines and those that begin with `#` do not count.
///
/// Nouns shape the index: one that was made with others must be rebuilt. Synonyms work on queries
/// and may change at any time.
///
/// @param nouns Korean nouns, one on a line; a compound is followed by its parts: `마라탕집 마라탕 집`
/// @param synonyms terms of one meaning, in either language, separated by commas: `필름 카메라, 필카, film
///   camera`
public record Dictionaries(List<Path> nouns, List<Path> synonyms) {
  /// None but those that ship.
  public static final Dictionaries SHIPPED = new Dictionaries(List.of(), List.of());

  public Dictionaries {
    nouns = List.copyOf(nouns);
    synonyms = List.copyOf(synonyms);
  }
}
