package dev.anmok.app.api;

import dev.anmok.app.http.Problem;
import dev.anmok.app.http.Reply;
import dev.anmok.core.pipeline.PlacedPhoto;
import java.util.List;

/// Until pictures are rendered: none.
final class StoredPictures implements Pictures {
  @Override
  public Reply reply(List<PlacedPhoto> places, int size, String ifNoneMatch) {
    throw Problem.of(501, "pictures are not served yet");
  }
}
