package dev.anmok.benchmarks;

import dev.anmok.core.image.Pixels;
import dev.anmok.core.quality.Luma;
import dev.anmok.core.quality.Measures;
import dev.anmok.core.quality.PerceptualHash;
import dev.anmok.core.quality.Sharpness;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// All measures of a 500x375 picture, and their parts.
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(value = 1, jvmArgsAppend = "--add-modules=jdk.incubator.vector")
public class MeasuresBenchmark {
  private final Pixels picture = Scene.of(500, 375);
  private final Luma luma = Luma.of(picture, 256);

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
