package dev.anmok.core.image;

/// The outcome of decoding one file. A bad file is data, not an exception.
public sealed interface Decoded {
  /// An upright RGB picture, alpha composed on white.
  record Image(Pixels pixels, ImageFacts facts) implements Decoded {}

  /// A file that gave no picture; `detail` is one plain sentence for people.
  record Rejected(Reason reason, String detail) implements Decoded {}
}
