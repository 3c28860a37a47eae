package dev.anmok.app.words;

import dev.anmok.core.text.Language;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What a typed query means to a vector space.
public sealed interface QueryText {
  /// Language of what was typed.
  Language language();

  /// The query can be searched for by vector.
  ///
  /// @param originalOrNull what was typed, or the part of it that the space knows; null if it knows
  ///   none of it
  /// @param translationOrNull its translation; null if there is none
  /// @param notes sentences for people, such as why there is no translation
  record Readings(
      Language language,
      @Nullable String originalOrNull,
      @Nullable String translationOrNull,
      List<String> notes)
      implements QueryText {
    public Readings {
      notes = List.copyOf(notes);
      if (originalOrNull == null && translationOrNull == null) {
        throw new IllegalArgumentException("a query needs a reading");
      }
    }

    /// What was typed, as far as the space knows it.
    public Optional<String> original() {
      return Optional.ofNullable(originalOrNull);
    }

    /// Its translation.
    public Optional<String> translation() {
      return Optional.ofNullable(translationOrNull);
    }
  }

  /// The space does not know the query's language, and no translation helps: its vector would mean
  /// nothing. A search by words is still possible.
  ///
  /// @param problem one sentence that says what is wrong and what to do
  record Refused(Language language, String problem) implements QueryText {}
}
