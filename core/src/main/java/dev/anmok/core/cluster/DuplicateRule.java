package dev.anmok.core.cluster;

import java.io.Serializable;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/// When photos of an album count as duplicates of each other.
///
/// @param method how groups are made
/// @param level how much the same the members of a group are at least; not for DBSCAN
/// @param near what makes two photos near duplicates
/// @param similarOrNull smallest cosine similarity of similar photos, -1..1; null for the one that
///   was found for the space
/// @param eps largest cosine distance of neighbours for DBSCAN, greater than 0 and at most 2
/// @param minSamples photos that make a core for DBSCAN, itself counted, at least 1
public record DuplicateRule(
    DuplicateMethod method,
    DuplicateLevel level,
    NearRule near,
    @Nullable Double similarOrNull,
    double eps,
    int minSamples)
    implements Serializable {
  private static final long serialVersionUID = 1;

  /// The cosine similarity that the source project published, for CLIP.
  public static final double PUBLISHED_SIMILAR = 0.9;

  public DuplicateRule {
    if (level == DuplicateLevel.CHAINED) {
      throw new IllegalArgumentException("level must be exact, near or similar, was chained");
    }
    if (similarOrNull != null && !(similarOrNull >= -1 && similarOrNull <= 1)) {
      throw new IllegalArgumentException("similar must be -1..1, was " + similarOrNull);
    }
    Dbscan.check(eps, minSamples);
  }

  public OptionalDouble similar() {
    return similarOrNull == null ? OptionalDouble.empty() : OptionalDouble.of(similarOrNull);
  }

  /// The smallest cosine similarity of similar photos: the rule's own, else the published one.
  public double similarCosine() {
    return similarOrNull == null ? PUBLISHED_SIMILAR : similarOrNull;
  }

  /// The same rule with the threshold of a space where it has none of its own.
  public DuplicateRule withSimilar(double cosine) {
    return new DuplicateRule(method, level, near, cosine, eps, minSamples);
  }

  /// How much two photos are the same, by their embeddings and hashes alone.
  ///
  /// @param hashBits differing bits of their perceptual hashes
  /// @param cosine cosine similarity of their embeddings
  public DuplicateLevel level(int hashBits, double cosine) {
    if (near.near(hashBits, cosine)) {
      return DuplicateLevel.NEAR;
    }
    return cosine >= similarCosine() ? DuplicateLevel.SIMILAR : DuplicateLevel.CHAINED;
  }
}
