package dev.anmok.core.cluster;

import dev.anmok.core.embed.Embedding;
import java.io.Serializable;

/// When two photos show nearly the same picture: their perceptual hashes differ in few bits and
/// their embeddings point the same way. The cosine guards against plain pictures whose hashes agree
/// by chance, the hash against different views of one room whose embeddings agree.
///
/// @param maxHashBits largest number of differing bits of the 64-bit hashes, 0..64
/// @param minCosine smallest cosine similarity, -1..1
public record NearRule(int maxHashBits, double minCosine) implements Serializable {
  private static final long serialVersionUID = 1;

  public NearRule {
    if (maxHashBits < 0 || maxHashBits > 64) {
      throw new IllegalArgumentException("maxHashBits must be 0..64, was " + maxHashBits);
    }
    if (!(minCosine >= -1 && minCosine <= 1)) {
      throw new IllegalArgumentException("minCosine must be -1..1, was " + minCosine);
    }
  }

  /// Whether two photos, given by hash and embedding, are near duplicates.
  public boolean near(long hashA, Embedding a, long hashB, Embedding b) {
    int bits = Long.bitCount(hashA ^ hashB);
    return bits <= maxHashBits && near(bits, a.cosine(b));
  }

  /// Whether two photos are near duplicates whose hashes differ in so many bits and whose
  /// embeddings have such a cosine similarity.
  public boolean near(int hashBits, double cosine) {
    return hashBits <= maxHashBits && cosine >= minCosine;
  }
}
