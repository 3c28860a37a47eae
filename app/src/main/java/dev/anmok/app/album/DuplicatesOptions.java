package dev.anmok.app.album;

/// How duplicates are found.
///
/// @param threshold smallest cosine similarity of similar photos, -1..1
public record DuplicatesOptions(double threshold) {
  public static final DuplicatesOptions DEFAULT = new DuplicatesOptions(0.9);

  /// Reads them.
  ///
  /// @throws IllegalArgumentException if a setting is out of range
  public static DuplicatesOptions read(Parameters from) {
    return new DuplicatesOptions(from.number("threshold", DEFAULT.threshold(), -1, 1));
  }
}
