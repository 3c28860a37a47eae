package dev.anmok.app.thumbnail;

import dev.anmok.codec.PhotoDecoder;
import dev.anmok.codec.PhotoWriter;
import dev.anmok.core.image.DecodeLimits;
import dev.anmok.core.image.Decoded;
import dev.anmok.core.image.Filter;
import dev.anmok.core.image.ImageDecoder;
import dev.anmok.core.image.ImageFacts;
import dev.anmok.core.image.ImageWriter;
import dev.anmok.core.image.Pixels;
import dev.anmok.core.image.Resize;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// Turns a photo's bytes into an upright JPEG of quality 85 without metadata, transparency on
/// white, at most so large. Thread-safe.
///
/// A JPEG that is far larger is decoded at a reduced scale first. While one photo is rendered its
/// pixels are held, 3 bytes each, at most those of [DecodeLimits#maxPixels()].
///
/// @param decoder bytes to picture
/// @param writer picture to JPEG
/// @param overlayOrNull makes what is shown of the picture at full size; null for the picture
///   itself
public record Rendering(
    ImageDecoder decoder, ImageWriter writer, @Nullable UnaryOperator<Pixels> overlayOrNull) {
  private static final int QUALITY = 85;

  /// With this to grow, a client's copy of the same photo and size is out of date.
  private static final int VERSION = 1;

  /// A rendering with the fastest codecs of this machine and the usual limits.
  public static Rendering open() {
    return new Rendering(PhotoDecoder.open(DecodeLimits.DEFAULT), PhotoWriter.open(), null);
  }

  /// The same, of something that is made of the picture at full size.
  public static Rendering of(UnaryOperator<Pixels> overlay) {
    return new Rendering(PhotoDecoder.open(DecodeLimits.DEFAULT), PhotoWriter.open(), overlay);
  }

  /// Renders a photo.
  ///
  /// @param longerSide length of the longer side at most, at least 1; a smaller picture stays as it
  ///   is
  public Rendered jpeg(byte[] bytes, int longerSide) {
    boolean whole = longerSide == Integer.MAX_VALUE || overlayOrNull != null;
    return switch (decoder.decode(bytes, whole ? 0 : longerSide)) {
      case Decoded.Image(var pixels, var facts) ->
          new Rendered.Jpeg(writer.jpeg(shown(pixels, facts, longerSide), QUALITY));
      case Decoded.Rejected(var reason, var detail) -> new Rendered.NoPicture(reason, detail);
    };
  }

  /// A short name that changes when the same photo may be rendered to other bytes.
  String code() {
    return VERSION + writer.code() + (overlayOrNull == null ? "" : "-overlay");
  }

  private Pixels shown(Pixels pixels, ImageFacts facts, int longerSide) {
    if (overlayOrNull == null) {
      return reduced(pixels, facts, longerSide);
    }
    var made = overlayOrNull.apply(pixels);
    return reduced(made, new ImageFacts(facts.format(), made.width(), made.height()), longerSide);
  }

  /// The shape is that of the full picture: a reduced decode rounds its sides.
  private static Pixels reduced(Pixels pixels, ImageFacts full, int longerSide) {
    int longer = Math.max(full.width(), full.height());
    if (longer <= longerSide) {
      return pixels;
    }
    double scale = (double) longerSide / longer;
    int width = (int) Math.max(1, Math.round(full.width() * scale));
    int height = (int) Math.max(1, Math.round(full.height() * scale));
    return Resize.to(pixels, width, height, Filter.BICUBIC);
  }
}
