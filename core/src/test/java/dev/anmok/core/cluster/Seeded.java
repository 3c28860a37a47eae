package dev.anmok.core.cluster;

import dev.anmok.core.embed.Embedding;
import dev.anmok.core.embed.VectorSpace;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// Seeded unit vectors that lie in loose and tight clusters of differing sizes.
final class Seeded {
  private Seeded() {}

  static VectorSpace space(int dimension) {
    return new VectorSpace("seeded", "none", "none", "none", dimension);
  }

  static Embedding vector(double... values) {
    var floats = new float[values.length];
    for (int i = 0; i < floats.length; i++) {
      floats[i] = (float) values[i];
    }
    return Embedding.normalize(space(values.length), floats);
  }

  static List<Embedding> clusters(long seed, int count, int dimension) {
    var random = new Random(seed);
    var vectors = new ArrayList<Embedding>();
    while (vectors.size() < count) {
      var centre = new double[dimension];
      for (int i = 0; i < dimension; i++) {
        centre[i] = random.nextGaussian();
      }
      double spread = random.nextDouble() * 0.7;
      for (int members = random.nextInt(12); members >= 0 && vectors.size() < count; members--) {
        var values = centre.clone();
        for (int i = 0; i < dimension; i++) {
          values[i] += random.nextGaussian() * spread;
        }
        vectors.add(vector(values));
      }
    }
    java.util.Collections.shuffle(vectors, random);
    return vectors;
  }

  /// Cosine similarity in double precision.
  static double cosine(Embedding a, Embedding b) {
    var x = a.toArray();
    var y = b.toArray();
    double xy = 0;
    double xx = 0;
    double yy = 0;
    for (int i = 0; i < x.length; i++) {
      xy += (double) x[i] * y[i];
      xx += (double) x[i] * x[i];
      yy += (double) y[i] * y[i];
    }
    return xy / Math.sqrt(xx * yy);
  }
}
