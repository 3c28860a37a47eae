package dev.anmok.core.score;

/// A limit on a lens's delta that was found for one space, one pooling and one list of prompts, and
/// means nothing elsewhere.
///
/// @param value a picture passes if its delta is strictly greater
/// @param space id of the vector space
/// @param pooling pooling of the lens
/// @param prompts [PromptSet#digest()] of the lens's prompts
/// @param origin where it came from, in plain words
public record Threshold(
    double value, String space, Pooling pooling, String prompts, String origin) {
  /// Whether a picture with this delta passes: strictly above, as the source's "넘은" says.
  public boolean passes(double delta) {
    return delta > value;
  }
}
