package dev.anmok.app.workspace;

import dev.anmok.app.report.Thumbnails;
import dev.anmok.codec.PhotoDecoder;
import dev.anmok.core.image.DecodeLimits;
import dev.anmok.core.image.Decoded;
import dev.anmok.core.image.Filter;
import dev.anmok.core.image.ImageDecoder;
import dev.anmok.core.image.Pixels;
import dev.anmok.core.image.Resize;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import javax.imageio.ImageIO;

/// Thumbnails made from the photos themselves: upright, at most 240 pixels on the longer side,
/// without metadata.
final class DecodedThumbnails implements Thumbnails {
  private static final int SIDE = 240;

  private final ImageDecoder decoder;

  private DecodedThumbnails(ImageDecoder decoder) {
    this.decoder = decoder;
    ImageIO.setUseCache(false);
  }

  static DecodedThumbnails open() {
    return new DecodedThumbnails(PhotoDecoder.open(DecodeLimits.DEFAULT));
  }

  /// Empty if the photo is gone by now or cannot be read: the report shows its place without it.
  @Override
  public Optional<byte[]> jpeg(String uri) {
    var file = Path.of(uri);
    if (!Files.isRegularFile(file)) {
      return Optional.empty();
    }
    try {
      return decoder.decode(Files.readAllBytes(file), SIDE) instanceof Decoded.Image image
          ? Optional.of(encode(reduce(image.pixels())))
          : Optional.empty();
    } catch (IOException e) {
      return Optional.empty(); // one photo that cannot be read now does not stop a report
    }
  }

  private static Pixels reduce(Pixels pixels) {
    int longer = Math.max(pixels.width(), pixels.height());
    if (longer <= SIDE) {
      return pixels;
    }
    int width = Math.max(1, Math.round(pixels.width() * (float) SIDE / longer));
    int height = Math.max(1, Math.round(pixels.height() * (float) SIDE / longer));
    return Resize.to(pixels, width, height, Filter.BICUBIC);
  }

  private static byte[] encode(Pixels pixels) throws IOException {
    var image = new BufferedImage(pixels.width(), pixels.height(), BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < pixels.height(); y++) {
      for (int x = 0; x < pixels.width(); x++) {
        image.setRGB(x, y, pixels.at(x, y));
      }
    }
    var out = new ByteArrayOutputStream();
    ImageIO.write(image, "jpeg", out);
    return out.toByteArray();
  }
}
