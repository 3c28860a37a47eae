package dev.anmok.benchmarks;

import dev.anmok.core.image.Filter;
import dev.anmok.core.image.Pixels;
import dev.anmok.core.image.Resize;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// The two resizes of ingesting, against `Graphics2D` with bilinear interpolation, which takes four
/// neighbours whatever the reduction and so leaves aliases.
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(value = 1, jvmArgsAppend = "--add-modules=jdk.incubator.vector")
public class ResizeBenchmark {
  private final Pixels small = Scene.of(500, 375);
  private final Pixels large = Scene.of(1000, 750);
  private final BufferedImage smallImage =
      new BufferedImage(500, 375, BufferedImage.TYPE_3BYTE_BGR);
  private final BufferedImage largeImage =
      new BufferedImage(1000, 750, BufferedImage.TYPE_3BYTE_BGR);

  @Setup
  public void fillImages() {
    fill(small, smallImage);
    fill(large, largeImage);
  }

  private static void fill(Pixels from, BufferedImage to) {
    for (int y = 0; y < from.height(); y++) {
      for (int x = 0; x < from.width(); x++) {
        to.setRGB(x, y, from.at(x, y));
      }
    }
  }

  @Benchmark
  public Pixels squash500To128Bilinear() {
    return Resize.to(small, 128, 128, Filter.BILINEAR);
  }

  @Benchmark
  public Pixels squash1000To224Bicubic() {
    return Resize.to(large, 224, 224, Filter.BICUBIC);
  }

  @Benchmark
  public BufferedImage squash500To128Graphics2D() {
    return draw(smallImage, 128);
  }

  @Benchmark
  public BufferedImage squash1000To224Graphics2D() {
    return draw(largeImage, 224);
  }

  private static BufferedImage draw(BufferedImage in, int side) {
    var out = new BufferedImage(side, side, BufferedImage.TYPE_3BYTE_BGR);
    var graphics = out.createGraphics();
    graphics.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    graphics.drawImage(in, 0, 0, side, side, null);
    graphics.dispose();
    return out;
  }
}
