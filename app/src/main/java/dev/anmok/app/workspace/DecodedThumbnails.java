package dev.anmok.app.workspace;

import dev.anmok.app.report.Thumbnails;
import dev.anmok.app.thumbnail.Rendered;
import dev.anmok.app.thumbnail.Rendering;
import dev.anmok.core.image.DecodeLimits;
import dev.anmok.core.pipeline.PhotoBytes;
import dev.anmok.core.pipeline.PhotoFiles;
import java.util.Optional;

/// Thumbnails made from the photos themselves: upright, at most 240 pixels on the longer side,
/// without metadata. Photos behind URLs are not fetched for a report.
public record DecodedThumbnails(Rendering rendering, PhotoBytes places) implements Thumbnails {
  private static final int SIDE = 240;

  /// Thumbnails made by the fastest codecs of this machine.
  public static DecodedThumbnails open() {
    return new DecodedThumbnails(Rendering.open(), new PhotoFiles(DecodeLimits.DEFAULT.maxBytes()));
  }

  /// Empty if the photo is gone by now or cannot be read: the report shows its place without it.
  @Override
  public Optional<byte[]> jpeg(String uri) {
    return places.look(uri) instanceof PhotoBytes.Look.Found found
            && places.read(found) instanceof PhotoBytes.Content.Bytes(var bytes)
            && rendering.jpeg(bytes, SIDE) instanceof Rendered.Jpeg(var jpeg)
        ? Optional.of(jpeg)
        : Optional.empty();
  }
}
