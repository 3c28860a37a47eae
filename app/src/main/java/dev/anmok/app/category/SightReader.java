package dev.anmok.app.category;

import dev.anmok.core.classify.Sight;
import dev.anmok.core.embed.ImageEncoder;
import dev.anmok.core.embed.VectorSpace;
import dev.anmok.core.image.DecodeLimits;
import dev.anmok.core.image.Decoded;
import dev.anmok.core.image.ImageDecoder;
import dev.anmok.core.image.Reason;
import dev.anmok.core.pipeline.Catalog;
import dev.anmok.core.pipeline.Photo;
import dev.anmok.core.pipeline.PhotoBytes;
import dev.anmok.core.pipeline.PhotoFiles;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Looks at photos for classifiers: vectors come from the catalog where it has them, pictures and
/// other vectors from the files. Thread-safe; closes nothing.
///
/// @param decoder of the files
/// @param encoder makes vectors; its space is the catalog's that is asked for
/// @param catalogOrNull where vectors may be; null where there is no workspace
/// @param pictures whether pictures are needed
public record SightReader(
    ImageDecoder decoder, ImageEncoder encoder, @Nullable Catalog catalogOrNull, boolean pictures) {
  private static final PhotoBytes FILES = new PhotoFiles(DecodeLimits.DEFAULT.maxBytes());

  /// What became of a photo.
  public sealed interface Look {
    /// It can be classified.
    ///
    /// @param sha256 of its bytes
    record Ready(String sha256, Sight sight) implements Look {}

    /// No picture came of it; `detail` is one plain sentence for people.
    record Rejected(Reason reason, String detail) implements Look {}
  }

  /// Looks at a photo.
  ///
  /// @param uri where it lies
  public Look look(String uri) throws IOException {
    VectorSpace space = encoder.space();
    if (catalogOrNull != null) {
      var placed = catalogOrNull.placed(uri, space);
      if (placed.isPresent() && !pictures) {
        return new Look.Ready(placed.get().photo().sha256(), Sight.of(placed.get().embedding()));
      }
    }
    return switch (FILES.look(uri)) {
      case PhotoBytes.Look.Unusable(var reason, var detail, _, _) ->
          new Look.Rejected(reason, detail);
      case PhotoBytes.Look.Found found ->
          switch (FILES.read(found)) {
            case PhotoBytes.Content.Rejected(var reason, var detail, _) ->
                new Look.Rejected(reason, detail);
            case PhotoBytes.Content.Bytes(var bytes) -> decoded(bytes);
          };
    };
  }

  private Look decoded(byte[] bytes) {
    return switch (decoder.decode(bytes, pictures ? 0 : encoder.inputSide())) {
      case Decoded.Rejected(var reason, var detail) -> new Look.Rejected(reason, detail);
      case Decoded.Image(var pixels, _) ->
          new Look.Ready(
              Photo.digest(bytes),
              new Sight(pictures ? pixels : null, encoder.encode(List.of(pixels)).getFirst()));
    };
  }
}
