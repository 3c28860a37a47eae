package dev.anmok.benchmarks;

import dev.anmok.app.thumbnail.Rendered;
import dev.anmok.app.thumbnail.Rendering;
import dev.anmok.codec.PhotoWriter;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import javax.imageio.ImageIO;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// A thumbnail of 256 pixels of a JPEG of 1000x750, from bytes to bytes, against ImageIO and
/// `Graphics2D` (bilinear, so with aliases) doing the whole.
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(value = 1, jvmArgsAppend = "--add-modules=jdk.incubator.vector")
public class ThumbnailBenchmark {
  private final Rendering rendering = Rendering.open();
  private final byte[] photo = PhotoWriter.open().jpeg(Scene.of(1000, 750), 90);

  @Benchmark
  public Rendered rendering256() {
    return rendering.jpeg(photo, 256);
  }

  @Benchmark
  public byte[] imageIo256() throws IOException {
    ImageIO.setUseCache(false);
    var image = ImageIO.read(new ByteArrayInputStream(photo));
    var small = new BufferedImage(256, 192, BufferedImage.TYPE_3BYTE_BGR);
    var graphics = small.createGraphics();
    graphics.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    graphics.drawImage(image, 0, 0, 256, 192, null);
    graphics.dispose();
    var out = new ByteArrayOutputStream();
    ImageIO.write(small, "jpeg", out);
    return out.toByteArray();
  }
}
