package dev.anmok.app.query;

import dev.anmok.core.image.Box;
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
public record QueryPhotos(Supplier<ImageDecoder> decoder) {
  /// The same photos, decoded; the time is counted as [StageTimes#DECODE].
  ///
  /// @param minSide pixels that the shorter side of a photo should keep
  /// @throws UnreadablePhotoException if one cannot be read as a picture
  /// @throws RefusedQueryException if a box lies outside its photo
  public List<QueryPhoto> decoded(List<QueryPhoto> photos, int minSide, StageTimes times)
      throws IOException {
    var pictures = new ArrayList<QueryPhoto>();
    for (var photo : photos) {
      pictures.add(
          switch (photo) {
            case QueryPhoto.Picture picture -> picture;
            case QueryPhoto.InFile file -> {
              var read = times.time(StageTimes.DECODE, () -> read(List.of(file), minSide));
              yield new QueryPhoto.Picture(String.valueOf(file.file()), read.getFirst());
            }
          });
    }
    return List.copyOf(pictures);
  }

  /// The pictures of some photos, in their order.
  ///
  /// @param minSide pixels that the shorter side of a photo should keep
  /// @throws UnreadablePhotoException if one cannot be read as a picture
  /// @throws RefusedQueryException if a box lies outside its photo
  List<Pixels> read(List<QueryPhoto> photos, int minSide) throws IOException {
    var pictures = new ArrayList<Pixels>();
    for (var photo : photos) {
      pictures.add(
          switch (photo) {
            case QueryPhoto.Picture(_, var pixels) -> pixels;
            case QueryPhoto.InFile(var file, var box) when box == null -> read(file, minSide);
            case QueryPhoto.InFile(var file, var box) -> cut(file, box);
          });
    }
    return pictures;
  }

  /// Decodes at full size: a small box in a large photo still has pixels then.
  private Pixels cut(Path file, Box box) throws IOException {
    var whole = read(file, 0);
    try {
      return box.cut(whole);
    } catch (IllegalArgumentException e) {
      throw new RefusedQueryException(file.getFileName() + ": " + e.getMessage());
    }
  }

  private Pixels read(Path file, int minSide) throws IOException {
    long most = DecodeLimits.DEFAULT.maxBytes();
    if (Files.size(file) > most) { // said before the file is read into memory
      throw new UnreadablePhotoException(
          file, Reason.TOO_MANY_BYTES, "at most " + (most >> 20) + " MiB are read");
    }
    return switch (decoder.get().decode(Files.readAllBytes(file), minSide)) {
      case Decoded.Image(var pixels, _) -> pixels;
      case Decoded.Rejected(var reason, var detail) ->
          throw new UnreadablePhotoException(file, reason, detail);
    };
  }
}
