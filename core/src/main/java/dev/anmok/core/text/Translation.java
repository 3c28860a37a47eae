package dev.anmok.core.text;

import java.util.Locale;

/// The outcome of translating one text. That no translation came is data, not an exception: who
/// asked goes on with the original.
public sealed interface Translation {
  /// A translation that can be used.
  ///
  /// @param text in the language asked for, not blank
  record Translated(String text) implements Translation {}

  /// No translation.
  ///
  /// @param reason what went wrong
  /// @param detail one plain sentence for people, without the text itself
  record Failed(Reason reason, String detail) implements Translation {}

  /// Why there is no translation.
  enum Reason {
    /// The translator does not know one of the languages.
    UNSUPPORTED,
    /// The text holds nothing to translate.
    EMPTY,
    /// No answer came in time.
    TIMEOUT,
    /// The translator could not be asked, or answered with an error.
    UNAVAILABLE,
    /// An answer came that is no translation.
    RUBBISH;

    /// The reason as it is written in logs and JSON.
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
