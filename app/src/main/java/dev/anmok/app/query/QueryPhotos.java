package dev.anmok.app.query;

import dev.anmok.core.image.DecodeLimits;
import dev.anmok.core.image.Decoded;
import dev.anmok.core.image.ImageDecoder;
import dev.anmok.core.image.Pixels;
import dev.anmok.core.image.Reason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/// Reads photos to look for.
///
/// @param decoder asked for only if there is a photo
record QueryPhotos(Supplier<ImageDecoder> decoder) {
  /// The pictures of some files, in their order.
  ///
  /// @throws UnreadablePhotoException if one cannot be read as a picture
  List<Pixels> read(List<Path> files, int minSide) throws IOException {
    var pictures = new ArrayList<Pixels>();
    for (var file : files) {
      pictures.add(read(file, minSide).pixels());
    }
    return pictures;
  }

  private Decoded.Image read(Path file, int minSide) throws IOException {
    long most = DecodeLimits.DEFAULT.maxBytes();
    if (Files.size(file) > most) { // said before the file is read into memory
      throw new UnreadablePhotoException(
          file, Reason.TOO_MANY_BYTES, "at most " + (most >> 20) + " MiB are read");
    }
    return switch (decoder.get().decode(Files.readAllBytes(file), minSide)) {
      case Decoded.Image picture -> picture;
      case Decoded.Rejected(var reason, var detail) ->
          throw new UnreadablePhotoException(file, reason, detail);
    };
  }
}
