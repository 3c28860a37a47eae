package dev.anmok.app.workspace;

import dev.anmok.core.embed.Embedding;
import dev.anmok.core.search.EvenDraw;
import java.io.IOException;
import java.util.List;

/// Vectors of photos drawn evenly from a catalog; any number of photos can pass.
public final class SampledVectors {
  private SampledVectors() {}

  /// Draws some; all of them if there are fewer.
  ///
  /// @param size how many, at least 1
  public static List<Embedding> of(Session session, int size) throws IOException {
    var draw = new EvenDraw<Embedding>(size);
    try (var photos = session.workspace().catalog().photos(session.pack().space())) {
      photos.forEach(photo -> draw.add(photo.photo().sha256(), photo.embedding()));
    }
    return draw.drawn();
  }
}
