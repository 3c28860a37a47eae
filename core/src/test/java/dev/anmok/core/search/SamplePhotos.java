package dev.anmok.core.search;

import dev.anmok.core.embed.Embedding;
import dev.anmok.core.embed.VectorSpace;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// Seeded photos for tests of indexes.
public final class SamplePhotos {
  public static final VectorSpace SPACE = space(24);

  private final VectorSpace space;
  private final Random random;

  public SamplePhotos(VectorSpace space, long seed) {
    this.space = space;
    this.random = new Random(seed);
  }

  public static VectorSpace space(int dimension) {
    return new VectorSpace("sample", "00ff", "none", "none", dimension);
  }

  /// A vector in a random direction.
  public Embedding vector() {
    var values = new float[space.dimension()];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) random.nextGaussian();
    }
    return Embedding.normalize(space, values);
  }

  /// A vector near another: each value moves by about `noise / sqrt(dimension)`.
  public Embedding near(Embedding centre, double noise) {
    var values = centre.toArray();
    for (int i = 0; i < values.length; i++) {
      values[i] += (float) (random.nextGaussian() * noise / Math.sqrt(values.length));
    }
    return Embedding.normalize(space, values);
  }

  /// Photos in random directions, five to an item; every third is a representative.
  public List<IndexedPhoto> photos(int count) {
    var photos = new ArrayList<IndexedPhoto>();
    for (int i = 0; i < count; i++) {
      photos.add(photo(i, "item-" + i / 5, i % 3 == 0, vector()));
    }
    return photos;
  }

  public static IndexedPhoto photo(
      int number, String item, boolean representative, Embedding vector) {
    var digest = "%064x".formatted(number);
    var uri = "photos/%06d.jpg".formatted(number);
    return new IndexedPhoto(uri, digest, item, "Title of " + item, representative, vector);
  }
}
