package dev.anmok.app.remote;

import dev.anmok.core.text.Translation.Reason;

/// What a chat service answered.
sealed interface ChatAnswer {
  /// The text of its first choice.
  record Text(String text) implements ChatAnswer {}

  /// No text. Neither the request nor the service's own words are part of the detail.
  ///
  /// @param later whether the same request may be answered another time
  record Failed(Reason reason, String detail, boolean later) implements ChatAnswer {}
}
