package dev.anmok.core.embed;

import dev.anmok.core.image.Pixels;
import java.util.List;

/// Maps pictures to vectors. Implementations are thread-safe: several threads may encode at once.
public interface ImageEncoder extends AutoCloseable {
  VectorSpace space();

  /// Shorter side in pixels of what the model sees; larger pictures are reduced to it.
  int inputSide();

  /// Returns one embedding a picture, in the order given.
  ///
  /// @param batch at most some tens of pictures; an empty batch gives an empty list
  List<Embedding> encode(List<Pixels> batch);

  @Override
  void close();
}
