package dev.anmok.app.fetch;

import java.util.Optional;

/// What one server answered.
sealed interface Answer {
  @SuppressWarnings("ArrayRecordComponent") // handed on once, never compared
  record Body(byte[] bytes, Optional<String> contentType) implements Answer {}

  record Moved(String location) implements Answer {}
}
