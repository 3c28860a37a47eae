package dev.anmok.app.api;

/// Gets photos from URLs that clients name.
interface Fetching {
  /// What came of a URL.
  sealed interface Fetched {
    /// The bytes found there.
    final class Bytes implements Fetched {
      private final byte[] bytes;

      Bytes(byte[] bytes) {
        this.bytes = bytes;
      }

      byte[] get() {
        return bytes;
      }
    }

    /// Nothing; `reason` is a stable code, `detail` one plain sentence.
    record Refused(String reason, String detail) implements Fetched {}
  }

  /// Fetches a photo; whatever goes wrong is a value.
  Fetched fetch(String url);
}
