package dev.anmok.core.cutout;

/// The outcome of cutting out one photo. A photo that is better left alone is a value.
public sealed interface Cutout {
  /// The mask is good enough to be used.
  record Cut(Mask mask) implements Cutout {}

  /// The photo is used as it is.
  ///
  /// @param reason why
  /// @param detail the figure and the limit, for people; empty where there is none
  record Kept(KeptReason reason, String detail) implements Cutout {}
}
