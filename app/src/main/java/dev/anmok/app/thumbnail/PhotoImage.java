package dev.anmok.app.thumbnail;

/// A photo as it is shown, or why it is not.
public sealed interface PhotoImage {
  /// The media type of [Ready#jpeg()].
  String CONTENT_TYPE = "image/jpeg";

  /// A JPEG file and its validator.
  ///
  /// @param jpeg shared with the cache; treat as read-only
  @SuppressWarnings("ArrayRecordComponent") // large, and never compared
  record Ready(byte[] jpeg, EntityTag tag) implements PhotoImage {}

  /// There is nothing to show.
  ///
  /// @param detail one plain sentence
  record Unavailable(Cause cause, String detail) implements PhotoImage {}

  /// Why there is nothing to show, the most telling first.
  enum Cause {
    /// Other bytes lie where the photo lay.
    CHANGED,
    /// The bytes are the photo's, and no picture comes of them.
    NO_PICTURE,
    /// The photo's bytes cannot be had.
    GONE
  }
}
