package dev.anmok.app.album;

import dev.anmok.core.curate.AlbumPhoto;
import dev.anmok.core.embed.ImageEncoder;
import dev.anmok.core.image.Decoded;
import dev.anmok.core.image.ImageDecoder;
import dev.anmok.core.quality.Detail;
import dev.anmok.core.quality.Measures;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/// Makes album photos of bytes that are not in a catalog, nor get there. Thread-safe; closes
/// neither part.
///
/// @param decoder bytes to picture
/// @param encoder picture to vector
public record Appraiser(ImageDecoder decoder, ImageEncoder encoder) {
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
                  sha256(bytes),
                  bytes.length,
                  facts,
                  Measures.of(pixels),
                  Detail.of(pixels),
                  encoder.encode(List.of(pixels)).getFirst()));
    };
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
