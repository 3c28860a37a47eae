package dev.anmok.onnx;

import dev.anmok.core.image.Decoded;
import dev.anmok.core.image.ImageDecoder;
import dev.anmok.core.image.ImageFacts;
import dev.anmok.core.image.Pixels;
import dev.anmok.core.image.Reason;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.imageio.ImageIO;

/// The JDK's own JPEG reader, enough for the golden pictures: upright RGB files.
final class ImageIoDecoder implements ImageDecoder {
  @Override
  public Decoded decode(byte[] bytes, int minSide) {
    try {
      var image = ImageIO.read(new ByteArrayInputStream(bytes));
      int width = image.getWidth();
      int height = image.getHeight();
      var rgb = new byte[3 * width * height];
      int[] argb = image.getRGB(0, 0, width, height, null, 0, width);
      for (int i = 0; i < argb.length; i++) {
        rgb[3 * i] = (byte) (argb[i] >> 16);
        rgb[3 * i + 1] = (byte) (argb[i] >> 8);
        rgb[3 * i + 2] = (byte) argb[i];
      }
      var facts = new ImageFacts("jpeg", width, height);
      return new Decoded.Image(Pixels.wrap(width, height, rgb), facts);
    } catch (IOException e) {
      return new Decoded.Rejected(Reason.CORRUPT, "" + e.getMessage());
    }
  }
}
