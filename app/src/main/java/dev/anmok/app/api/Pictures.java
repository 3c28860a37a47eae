package dev.anmok.app.api;

import dev.anmok.app.http.Reply;
import dev.anmok.core.pipeline.PlacedPhoto;
import java.io.IOException;
import java.util.List;

/// Serves the pictures of photos.
interface Pictures {
  /// The picture of a photo.
  ///
  /// @param places where its bytes lie
  /// @param size longer side in pixels at most, 0 for as it is
  /// @param ifNoneMatch tags of the copies that the client has, empty if none
  Reply reply(List<PlacedPhoto> places, int size, String ifNoneMatch) throws IOException;
}
