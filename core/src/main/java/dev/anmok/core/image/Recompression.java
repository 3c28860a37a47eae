package dev.anmok.core.image;

/// What saving a picture as JPEG does to it. Thread-safe if its parts are.
///
/// @param writer picture to JPEG
/// @param decoder JPEG to picture
public record Recompression(ImageWriter writer, ImageDecoder decoder) {
  /// The picture after it was saved.
  ///
  /// @param quality 1 to 100, as libjpeg counts
  public Pixels at(int quality, Pixels in) {
    return switch (decoder.decode(writer.jpeg(in, quality), 0)) {
      case Decoded.Image(var pixels, _) -> pixels;
      case Decoded.Rejected(var reason, var detail) ->
          throw new IllegalStateException(
              "a JPEG written here must be readable, was " + reason.code() + ": " + detail);
    };
  }
}
