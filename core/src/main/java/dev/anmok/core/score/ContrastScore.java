package dev.anmok.core.score;

/// What a contrast lens says of one picture.
///
/// @param positive pooled cosine similarity to the positive prompts, -1..1
/// @param negative pooled cosine similarity to the negative prompts, -1..1
public record ContrastScore(double positive, double negative) {
  /// `positive − negative`, -2..2; above a threshold the picture shows what it should.
  public double delta() {
    return positive - negative;
  }
}
