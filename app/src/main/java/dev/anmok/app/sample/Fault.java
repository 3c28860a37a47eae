package dev.anmok.app.sample;

/// What is wrong with a sample picture, or unusual about its file.
enum Fault {
  NONE,
  BLURRED,
  DARK,
  NEAR_DUPLICATE,
  DUPLICATE,
  ROTATED,
  ALPHA,
  TINY,
  TRUNCATED,
  NOT_AN_IMAGE;

  /// True when no decoder can make a picture of the file.
  boolean broken() {
    return this == TRUNCATED || this == NOT_AN_IMAGE;
  }
}
