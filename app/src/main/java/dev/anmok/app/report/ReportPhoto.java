package dev.anmok.app.report;

/// One photo and what became of it.
///
/// @param uri where it lies
/// @param positive score against the positive prompts; NaN if the photo was not scored
/// @param negative score against the negative prompts; NaN if the photo was not scored
/// @param delta positive minus negative; NaN if the photo was not scored
/// @param rank 1 for the best representative and so on; 0 if dropped
/// @param reason stable code such as `representative` or `below_threshold`
/// @param detail what the reason refers to; may be empty
public record ReportPhoto(
    String uri,
    double positive,
    double negative,
    double delta,
    int rank,
    String reason,
    String detail) {
  public ReportPhoto {
    if (rank < 0) {
      throw new IllegalArgumentException("rank must be >= 0, was " + rank);
    }
  }

  boolean scored() {
    return Double.isFinite(positive) && Double.isFinite(negative) && Double.isFinite(delta);
  }

  boolean chosen() {
    return rank > 0;
  }
}
