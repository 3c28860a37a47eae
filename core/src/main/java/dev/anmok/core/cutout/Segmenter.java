package dev.anmok.core.cutout;

import dev.anmok.core.image.Pixels;

/// Tells the subject of a photo from its background. Implementations are thread-safe.
public interface Segmenter extends AutoCloseable {
  /// Who segments and with what: two segmenters of one id give the same masks. Part of a vector
  /// space.
  String id();

  /// Side in pixels of what it looks at; larger photos are reduced to it.
  int inputSide();

  /// The mask of a photo, at the photo's own size. A photo without a subject gets a mask that is
  /// nearly empty; whether to use one is up to a [CutoutRule].
  Mask mask(Pixels photo);

  @Override
  void close();
}
