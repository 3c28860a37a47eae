package dev.anmok.benchmarks;

import dev.anmok.codec.PhotoDecoder;
import dev.anmok.core.image.DecodeLimits;
import dev.anmok.core.image.Decoded;
import dev.anmok.core.image.Filter;
import dev.anmok.core.image.Pixels;
import dev.anmok.core.image.Resize;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// A 1000x750 JPEG of quality 85 to a square, against plain ImageIO with `Graphics2D`. A file of
/// one's own is measured with `-jvmArgsPrepend -Dphoto=FILE`.
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(
    value = 1,
    jvmArgsAppend = {"--add-modules=jdk.incubator.vector", "--enable-native-access=ALL-UNNAMED"})
public class DecodeBenchmark {
  private final PhotoDecoder decoder = PhotoDecoder.open(DecodeLimits.DEFAULT);
  private byte[] jpeg = {};

  @Param({"128", "224"})
  int side;

  @Setup
  public void makeJpeg() throws IOException {
    ImageIO.setUseCache(false);
    String photo = System.getProperty("photo");
    jpeg = photo == null ? encode(Scene.of(1000, 750)) : Files.readAllBytes(Path.of(photo));
  }

  @Benchmark
  public Pixels full() {
    return Resize.to(decode(0), side, side, Filter.BILINEAR);
  }

  @Benchmark
  public Pixels reduced() {
    return Resize.to(decode(side), side, side, Filter.BILINEAR);
  }

  @Benchmark
  public Pixels reducedDecodeAlone() {
    return decode(side);
  }

  @Benchmark
  public BufferedImage imageIo() throws IOException {
    var image = ImageIO.read(new ByteArrayInputStream(jpeg));
    var square = new BufferedImage(side, side, BufferedImage.TYPE_INT_RGB);
    var graphics = square.createGraphics();
    graphics.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    graphics.drawImage(image, 0, 0, side, side, null);
    graphics.dispose();
    return square;
  }

  private Pixels decode(int minSide) {
    return switch (decoder.decode(jpeg, minSide)) {
      case Decoded.Image(var pixels, var _) -> pixels;
      case Decoded.Rejected(var reason, var detail) ->
          throw new IllegalStateException(reason + ": " + detail);
    };
  }

  static byte[] encode(Pixels scene) throws IOException {
    var image = new BufferedImage(scene.width(), scene.height(), BufferedImage.TYPE_3BYTE_BGR);
    for (int y = 0; y < scene.height(); y++) {
      for (int x = 0; x < scene.width(); x++) {
        image.setRGB(x, y, scene.at(x, y));
      }
    }
    var writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    var param = writer.getDefaultWriteParam();
    param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
    param.setCompressionQuality(0.85f);
    var bytes = new ByteArrayOutputStream();
    try (var out = ImageIO.createImageOutputStream(bytes)) {
      writer.setOutput(out);
      writer.write(null, new IIOImage(image, null, null), param);
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }
}
