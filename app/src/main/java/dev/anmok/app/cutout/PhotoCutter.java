package dev.anmok.app.cutout;

import dev.anmok.core.cutout.Cutout;
import dev.anmok.core.cutout.CutoutRule;
import dev.anmok.core.cutout.Segmenter;
import dev.anmok.core.image.DecodeLimits;
import dev.anmok.core.image.Decoded;
import dev.anmok.core.image.ImageDecoder;
import dev.anmok.core.image.Pixels;
import dev.anmok.core.pipeline.PhotoBytes;
import dev.anmok.core.pipeline.PhotoFiles;
import java.nio.file.Path;

/// Reads files and cuts their subjects out, at full size. What goes wrong with one file is a value.
/// Thread-safe. Holds 4 bytes for each pixel of a photo, one of them the mask's.
///
/// @param rule when a mask is believed
public record PhotoCutter(ImageDecoder decoder, Segmenter segmenter, CutoutRule rule) {
  private static final PhotoBytes FILES = new PhotoFiles(DecodeLimits.DEFAULT.maxBytes());

  /// Cuts out one file.
  public CutPhoto cut(Path file) {
    return switch (FILES.look(file.toString())) {
      case PhotoBytes.Look.Unusable(var reason, var detail, _, _) ->
          CutPhoto.Rejected.of(file, reason, detail);
      case PhotoBytes.Look.Found found ->
          switch (FILES.read(found)) {
            case PhotoBytes.Content.Bytes(var bytes) -> cut(file, bytes);
            case PhotoBytes.Content.Rejected(var reason, var detail, _) ->
                CutPhoto.Rejected.of(file, reason, detail);
          };
    };
  }

  /// Cuts out a file whose bytes are at hand.
  public CutPhoto cut(Path file, byte[] bytes) {
    return switch (decoder.decode(bytes, 0)) {
      case Decoded.Image(var photo, _) -> cut(file, photo);
      case Decoded.Rejected(var reason, var detail) -> CutPhoto.Rejected.of(file, reason, detail);
    };
  }

  private CutPhoto cut(Path file, Pixels photo) {
    try {
      return switch (rule.cut(photo, segmenter)) {
        case Cutout.Cut(var mask) -> new CutPhoto.Cut(file, photo, mask);
        case Cutout.Kept(var reason, var detail) -> new CutPhoto.Kept(file, reason, detail);
      };
    } catch (RuntimeException e) { // at the edge: one bad photo stops nobody
      return new CutPhoto.Rejected(file, "segmentation-failed", String.valueOf(e.getMessage()));
    }
  }
}
