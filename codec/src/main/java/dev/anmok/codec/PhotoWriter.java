package dev.anmok.codec;

import dev.anmok.core.image.ImageWriter;
import dev.anmok.core.image.Pixels;
import java.util.function.Supplier;

/// Writes JPEG with the same library that [PhotoDecoder] reads it with: chroma at half resolution,
/// Huffman tables of the standard, no metadata. The library is loaded at first use. Thread-safe.
public final class PhotoWriter implements ImageWriter {
  private static final int MAX_SIDE = 65_500;

  private final Supplier<Backend> backend;

  private PhotoWriter(Supplier<Backend> backend) {
    this.backend = backend;
  }

  /// A writer with the fastest backend that this machine can load.
  public static PhotoWriter open() {
    return new PhotoWriter(() -> Fastest.loaded().backend());
  }

  /// A writer in Java alone.
  static PhotoWriter openJava() {
    var java = new ImageIoBackend();
    return new PhotoWriter(() -> java);
  }

  /// @throws IllegalArgumentException if the quality is not 1 to 100 or a side is over 65,500
  @Override
  public byte[] jpeg(Pixels pixels, int quality) {
    if (quality < 1 || quality > 100) {
      throw new IllegalArgumentException("quality must be 1..100, was " + quality);
    }
    if (Math.max(pixels.width(), pixels.height()) > MAX_SIDE) {
      throw new IllegalArgumentException(
          "sides of a JPEG must be <= "
              + MAX_SIDE
              + ", were "
              + pixels.width()
              + "x"
              + pixels.height());
    }
    return backend.get().writeJpeg(pixels, quality);
  }

  @Override
  public String code() {
    return backend.get().code();
  }
}
