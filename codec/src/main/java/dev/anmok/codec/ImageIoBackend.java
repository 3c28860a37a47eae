package dev.anmok.codec;

import dev.anmok.core.image.Pixels;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.MemoryCacheImageInputStream;

/// The Java platform's decoders and, for WebP, TwelveMonkeys': slower, but they run everywhere.
/// They serve where there is no native library, and TIFF and run-length BMP always. Lossless JPEG
/// is not read; in lossy WebP chroma is repeated, not interpolated, and a colour profile is
/// applied.
final class ImageIoBackend implements Backend {
  /// Reads one picture with a reader that has its input.
  private interface Read {
    Pixels with(ImageReader reader) throws IOException, Malformed;
  }

  @Override
  public String name() {
    return "Java ImageIO (slower)";
  }

  @Override
  public Pixels jpeg(Bytes file, JpegHeader header, int scale) throws Malformed {
    if (header.frame().process() == JpegFrame.LOSSLESS) {
      throw Malformed.unsupported("Lossless JPEG is not read without the native library.");
    }
    return read(
        "jpeg",
        CleanStream.of(file, header),
        reader -> {
          var param = new ImageReadParam();
          param.setSourceSubsampling(scale, scale, 0, 0);
          return JpegRaster.pixels(reader.readRaster(0, param), header.colour());
        });
  }

  @Override
  public Pixels png(Bytes file, PngHeader header) throws Malformed {
    return image("png", CleanStream.of(file, header));
  }

  @Override
  public Pixels webp(Bytes file, WebpHeader header) throws Malformed {
    return image("webp", file.array());
  }

  /// The first picture of any format that the platform reads.
  static Pixels image(String format, byte[] bytes) throws Malformed {
    return read(format, bytes, reader -> RasterPixels.of(reader.read(0)));
  }

  private static Pixels read(String format, byte[] bytes, Read read) throws Malformed {
    ImageIO.setUseCache(false);
    Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName(format);
    if (!readers.hasNext()) {
      throw Malformed.unsupported("Nothing here reads " + format + " files.");
    }
    var reader = readers.next();
    try (var input = new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes))) {
      reader.setInput(input, true, true);
      return read.with(reader);
    } catch (IOException | RuntimeException e) { // readers throw anything at damaged data
      throw Malformed.corrupt("The " + format + " picture's data are damaged.");
    } finally {
      reader.dispose();
    }
  }
}
