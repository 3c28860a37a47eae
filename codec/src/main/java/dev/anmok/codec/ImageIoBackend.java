package dev.anmok.codec;

import dev.anmok.core.image.Pixels;
import java.awt.Transparency;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.DataBufferByte;
import java.awt.image.Raster;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/// The Java platform's codecs and, for WebP, TwelveMonkeys': slower, but they run everywhere. They
/// serve where there is no native library, and TIFF and run-length BMP always. Lossless JPEG is not
/// read; in lossy WebP chroma is repeated, not interpolated, and a colour profile is applied.
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

  @Override
  public String code() {
    return "java" + Runtime.version().feature();
  }

  @Override
  public byte[] writeJpeg(Pixels pixels, int quality) {
    ImageIO.setUseCache(false);
    var writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    var out = new ByteArrayOutputStream();
    try (var output = new MemoryCacheImageOutputStream(out)) {
      var param = writer.getDefaultWriteParam();
      param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
      param.setCompressionQuality(quality / 100f);
      writer.setOutput(output);
      writer.write(null, new IIOImage(image(pixels), null, null), param);
    } catch (IOException e) {
      throw new UncheckedIOException(e); // memory does not fail
    } finally {
      writer.dispose();
    }
    return out.toByteArray();
  }

  /// The same bytes as an image of the platform's.
  private static BufferedImage image(Pixels pixels) {
    int width = pixels.width();
    var data = new DataBufferByte(pixels.rgb(), pixels.rgb().length);
    int[] offsets = {0, 1, 2};
    var raster =
        Raster.createInterleavedRaster(data, width, pixels.height(), 3 * width, 3, offsets, null);
    var model =
        new ComponentColorModel(
            ColorSpace.getInstance(ColorSpace.CS_sRGB),
            false,
            false,
            Transparency.OPAQUE,
            DataBuffer.TYPE_BYTE);
    return new BufferedImage(model, raster, false, null);
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
