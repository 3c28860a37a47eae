package dev.anmok.app.album;

import dev.anmok.core.curate.AlbumPhoto;
import dev.anmok.core.embed.ImageEncoder;
import dev.anmok.core.image.DecodeLimits;
import dev.anmok.core.image.Decoded;
import dev.anmok.core.image.ImageDecoder;
import dev.anmok.core.pipeline.Photo;
import dev.anmok.core.pipeline.PhotoBytes;
import dev.anmok.core.pipeline.PhotoFiles;
import dev.anmok.core.quality.BlurNet;
import dev.anmok.core.quality.Detail;
import dev.anmok.core.quality.Measures;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Makes album photos of bytes that are not in a catalog, nor get there. Thread-safe; closes
/// neither part.
///
/// @param decoder bytes to picture
/// @param encoder picture to vector
/// @param netOrNull also looks at each picture; null where no question needs it
public record Appraiser(ImageDecoder decoder, ImageEncoder encoder, @Nullable BlurNet netOrNull) {
  private static final PhotoBytes FILES = new PhotoFiles(DecodeLimits.DEFAULT.maxBytes());

  /// An appraiser without a network.
  public Appraiser(ImageDecoder decoder, ImageEncoder encoder) {
    this(decoder, encoder, null);
  }

  /// Reads a file and does the same as with bytes; one that cannot be read, or is longer than
  /// [DecodeLimits#maxBytes()], is a rejection like any other.
  public Appraised appraise(String uri) {
    return switch (FILES.look(uri)) {
      case PhotoBytes.Look.Unusable(var reason, var detail, _, _) ->
          new Appraised.Rejected(uri, reason, detail);
      case PhotoBytes.Look.Found found ->
          switch (FILES.read(found)) {
            case PhotoBytes.Content.Bytes(var bytes) -> appraise(uri, bytes);
            case PhotoBytes.Content.Rejected(var reason, var detail, _) ->
                new Appraised.Rejected(uri, reason, detail);
          };
    };
  }

  /// Decodes, measures and encodes a photo.
  ///
  /// @param uri how answers call it
  public Appraised appraise(String uri, byte[] bytes) {
    return switch (decoder.decode(bytes, 0)) {
      case Decoded.Rejected(var reason, var detail) -> new Appraised.Rejected(uri, reason, detail);
      case Decoded.Image(var pixels, var facts) ->
          new Appraised.Ready(
              new AlbumPhoto(
                  uri,
                  Photo.digest(bytes),
                  bytes.length,
                  facts,
                  Measures.of(pixels),
                  Detail.of(pixels, netOrNull),
                  encoder.encode(List.of(pixels)).getFirst()));
    };
  }
}
