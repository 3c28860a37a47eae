package dev.anmok.app.blur;

import dev.anmok.core.image.Decoded;
import dev.anmok.core.image.ImageDecoder;
import dev.anmok.core.image.Pixels;
import dev.anmok.core.image.Reason;
import dev.anmok.core.pipeline.PhotoBytes;
import dev.anmok.core.quality.BlurNet;
import dev.anmok.core.quality.Detail;
import org.jspecify.annotations.Nullable;

/// Reads photos at full size and measures them. Thread-safe if its parts are.
///
/// @param bytes where photos come from
/// @param decoder bytes to picture
/// @param netOrNull a network that looks too; null where there is none
public record BlurEye(PhotoBytes bytes, ImageDecoder decoder, @Nullable BlurNet netOrNull) {
  /// What came of a photo.
  public sealed interface Look {}

  /// A photo that could be measured.
  public record Seen(Pixels picture, Detail detail) implements Look {}

  /// One that no picture came of.
  public record Unusable(Reason reason, String detail) implements Look {}

  /// Reads, decodes and measures a photo.
  public Look look(String uri) {
    return switch (bytes.look(uri)) {
      case PhotoBytes.Look.Unusable(var reason, var detail, _, _) -> new Unusable(reason, detail);
      case PhotoBytes.Look.Found found ->
          switch (bytes.read(found)) {
            case PhotoBytes.Content.Rejected(var reason, var detail, _) ->
                new Unusable(reason, detail);
            case PhotoBytes.Content.Bytes(var content) -> decode(content);
          };
    };
  }

  private Look decode(byte[] content) {
    return switch (decoder.decode(content, 0)) {
      case Decoded.Rejected(var reason, var detail) -> new Unusable(reason, detail);
      case Decoded.Image(var pixels, _) -> new Seen(pixels, measure(pixels));
    };
  }

  /// Measures a picture.
  public Detail measure(Pixels picture) {
    return Detail.of(picture, netOrNull);
  }
}
