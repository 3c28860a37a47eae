package dev.anmok.words;

import java.util.List;

/// Something that a word of a query, or several, may be found by.
///
/// @param field where its terms lie
/// @param mark before its terms in the fields of roles
/// @param terms at least one
/// @param any whether one of them is enough, each for its part; all are needed otherwise
/// @param weight what it is worth beside the word itself, above 0 and at most 1
/// @param found what people read when it was found
public record Alternative(
    String field, String mark, List<String> terms, boolean any, float weight, String found) {
  public Alternative {
    terms = List.copyOf(terms);
  }

  /// The terms of words, of which any is enough.
  static Alternative anyOf(Word word) {
    return new Alternative(
        TermFields.WORDS, "", word.terms().stream().distinct().toList(), true, 1, word.form());
  }

  /// All of some terms.
  static Alternative allOf(List<String> terms, float weight, String found) {
    return new Alternative(
        TermFields.WORDS, "", terms.stream().distinct().toList(), false, weight, found);
  }

  /// A form: a word as it is written, or neighbours written as one.
  static Alternative form(String form, float weight) {
    return new Alternative(
        TermFields.FORMS,
        TermFields.FORM_MARK,
        List.of(TermFields.form(form)),
        false,
        weight,
        form);
  }

  /// Initial consonants.
  static Alternative initials(String initials) {
    return new Alternative(
        TermFields.INITIALS, TermFields.INITIALS_MARK, List.of(initials), false, 1, initials);
  }
}
