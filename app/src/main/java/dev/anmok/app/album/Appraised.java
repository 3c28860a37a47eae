package dev.anmok.app.album;

import dev.anmok.core.curate.AlbumPhoto;
import dev.anmok.core.image.Reason;

/// What became of a photo that is not in the catalog.
public sealed interface Appraised {
  /// It was decoded, measured and encoded.
  record Ready(AlbumPhoto photo) implements Appraised {}

  /// No picture came of it; `detail` is one plain sentence for people.
  record Rejected(String uri, Reason reason, String detail) implements Appraised {}
}
