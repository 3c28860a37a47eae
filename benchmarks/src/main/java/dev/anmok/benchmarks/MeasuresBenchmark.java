package dev.anmok.benchmarks;

import dev.anmok.codec.PhotoDecoder;
import dev.anmok.core.image.DecodeLimits;
import dev.anmok.core.image.Decoded;
import dev.anmok.core.image.Pixels;
import dev.anmok.core.quality.Detail;
import dev.anmok.core.quality.Luma;
import dev.anmok.core.quality.Measures;
import dev.anmok.core.quality.PerceptualHash;
import dev.anmok.core.quality.Sharpness;
import java.io.IOException;
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

/// All measures of a 500x375 picture, and their parts; and the details of a 1000x750 JPEG of
/// quality 85 beside its decoding at full size.
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(
    value = 1,
    jvmArgsAppend = {"--add-modules=jdk.incubator.vector", "--enable-native-access=ALL-UNNAMED"})
public class MeasuresBenchmark {
  private final Pixels picture = Scene.of(500, 375);
  private final Luma luma = Luma.of(picture, 256);

  private final PhotoDecoder decoder = PhotoDecoder.open(DecodeLimits.DEFAULT);
  private byte[] jpeg = {};
  private Pixels decoded = picture;

  @Setup
  public void makeJpeg() throws IOException {
    jpeg = DecodeBenchmark.encode(Scene.of(1000, 750));
    decoded = decode();
  }

  @Benchmark
  public Pixels decode() {
    return ((Decoded.Image) decoder.decode(jpeg, 0)).pixels();
  }

  @Benchmark
  public Detail detail() {
    return Detail.of(decoded);
  }

  @Benchmark
  public Measures all() {
    return Measures.of(picture);
  }

  @Benchmark
  public Luma luma() {
    return Luma.of(picture, 256);
  }

  @Benchmark
  public double std() {
    return luma.std();
  }

  @Benchmark
  public double laplacianStd() {
    return Sharpness.laplacianStd(luma);
  }

  @Benchmark
  public long perceptualHash() {
    return PerceptualHash.of(luma);
  }
}
