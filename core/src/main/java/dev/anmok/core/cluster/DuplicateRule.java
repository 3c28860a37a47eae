package dev.anmok.core.cluster;

/// When photos of an album count as duplicates of each other.
///
/// @param near what makes two photos near duplicates
/// @param similarCosine smallest cosine similarity of similar photos, -1..1
public record DuplicateRule(NearRule near, double similarCosine) {
  public DuplicateRule {
    if (!(similarCosine >= -1 && similarCosine <= 1)) {
      throw new IllegalArgumentException("similar must be -1..1, was " + similarCosine);
    }
  }
}
