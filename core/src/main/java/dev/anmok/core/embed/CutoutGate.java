package dev.anmok.core.embed;

import dev.anmok.core.image.Pixels;

/// Says which photos may be cut out at all, for example by their category, where cutting out was
/// found to hurt. Implementations are thread-safe.
public interface CutoutGate {
  /// Lets every photo be cut out, without looking at it.
  CutoutGate OPEN =
      new CutoutGate() {
        @Override
        public String id() {
          return "open";
        }

        @Override
        public boolean looks() {
          return false;
        }

        @Override
        public boolean open(Pixels photo, Embedding vector) {
          return true;
        }
      };

  /// What it goes by: two gates of one id let the same photos through. Part of a vector space.
  String id();

  /// Whether it wants to see photos; where not, those that will be cut out need not be embedded as
  /// they are.
  default boolean looks() {
    return true;
  }

  /// Whether a photo may be cut out.
  ///
  /// @param vector of the photo as it is, in the inner encoder's space
  boolean open(Pixels photo, Embedding vector);
}
