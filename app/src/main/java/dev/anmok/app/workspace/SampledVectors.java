package dev.anmok.app.workspace;

import dev.anmok.core.embed.Embedding;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// Vectors of photos drawn evenly from a catalog: reservoir sampling, so that any number of photos
/// can pass. Source: Vitter, ACM Transactions on Mathematical Software 11 (1985).
public final class SampledVectors {
  private SampledVectors() {}

  /// Draws some; all of them if there are fewer.
  ///
  /// @param size how many, at least 1
  /// @param seed of the draw
  public static List<Embedding> of(Session session, int size, long seed) throws IOException {
    var sample = new ArrayList<Embedding>();
    var random = new Random(seed);
    try (var photos = session.workspace().catalog().photos(session.pack().space())) {
      long seen = 0;
      for (var each = photos.iterator(); each.hasNext(); seen++) {
        var embedding = each.next().embedding();
        if (sample.size() < size) {
          sample.add(embedding);
        } else {
          long place = random.nextLong(seen + 1);
          if (place < size) {
            sample.set((int) place, embedding);
          }
        }
      }
    }
    return sample;
  }
}
