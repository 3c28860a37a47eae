package dev.anmok.words;

import java.util.List;

/// One word of a text, as the index and queries know it.
///
/// @param kind what it is made of
/// @param written as it stands in the plain text
/// @param form as written, Korean particles and the English possessive off
/// @param terms what it is found by, at least one: the parts of a Korean word that carry meaning,
///   the stem of an English one
/// @param light whether it says next to nothing, as `the` does
/// @param open whether the next word may belong to it, since no particle ends it
record Word(
    Kind kind, String written, String form, List<String> terms, boolean light, boolean open) {
  enum Kind {
    HANGUL,
    LATIN,
    NUMBER,
    /// Lone consonants that stand for syllables.
    INITIALS,
    /// A word in another script.
    OTHER
  }

  Word {
    terms = List.copyOf(terms);
  }

  /// A word that is found as it is written.
  static Word plain(Kind kind, String written) {
    return new Word(kind, written, written, List.of(written), false, false);
  }
}
