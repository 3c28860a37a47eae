package dev.anmok.app.query;

import dev.anmok.app.cache.Cache;
import dev.anmok.app.cache.CacheKey;
import dev.anmok.app.workspace.Towers;
import dev.anmok.core.embed.Embedding;
import dev.anmok.core.embed.VectorSpace;
import dev.anmok.core.image.Pixels;
import dev.anmok.core.quality.PixelDigest;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/// Towers that remember the vectors of photos by their decoded pixels and the space.
///
/// @param towers encode what is not remembered
/// @param space of the vectors
/// @param cache where they are remembered
public record RememberedPhotos(Towers towers, VectorSpace space, Cache cache) implements Towers {
  private static final String KIND = "vector";

  @Override
  public List<Embedding> texts(List<String> texts) throws IOException {
    return towers.texts(texts);
  }

  @Override
  public List<Embedding> pictures(Pictures pictures) throws IOException {
    var keys = new ArrayList<CacheKey>();
    var known = new LinkedHashMap<CacheKey, Embedding>();
    var unknown = new LinkedHashMap<CacheKey, Pixels>();
    var encoded =
        towers.pictures(minSide -> {
          for (var picture : pictures.decode(minSide)) {
            var key = CacheKey.of(KIND, List.of(space.id(), PixelDigest.of(picture)));
            keys.add(key);
            cache
                .find(key)
                .flatMap(this::parse)
                .ifPresentOrElse(vector -> known.put(key, vector), () -> unknown.put(key, picture));
          }
          return List.copyOf(unknown.values());
        });
    int next = 0;
    for (var key : unknown.keySet()) {
      var vector = encoded.get(next++);
      cache.keep(key, bytes(vector));
      known.put(key, vector);
    }
    return keys.stream().map(known::get).toList();
  }

  private static byte[] bytes(Embedding vector) {
    var values = vector.toArray();
    var bytes = ByteBuffer.allocate(Float.BYTES * values.length).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asFloatBuffer().put(values);
    return bytes.array();
  }

  /// Empty for what is no unit vector of the space: whatever lies in the cache is computed anew.
  private Optional<Embedding> parse(byte[] bytes) {
    if (bytes.length != Float.BYTES * space.dimension()) {
      return Optional.empty();
    }
    var values = new float[space.dimension()];
    ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(values);
    try {
      return Optional.of(Embedding.ofUnit(space, values));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
