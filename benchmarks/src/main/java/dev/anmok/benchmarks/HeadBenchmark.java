package dev.anmok.benchmarks;

import dev.anmok.core.embed.Embedding;
import dev.anmok.core.embed.VectorSpace;
import dev.anmok.core.score.LinearHead;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// Time a photo of scoring 1,000,000 photos by a linear head: 100,000 vectors (100 MB), which do
/// not fit a cache, ten times over.
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3)
@Measurement(iterations = 5)
@Fork(1)
public class HeadBenchmark {
  private static final int VECTORS = 100_000;
  private static final int ROUNDS = 10;

  private final VectorSpace space = new VectorSpace("benchmark", "none", "none", "none", 256);
  private final Embedding[] photos = new Embedding[VECTORS];
  private final LinearHead head = LinearHead.of(space, gaussian(new Random(1)), 5);

  @Setup
  public void draw() {
    var random = new Random(42);
    var values = new float[space.dimension()];
    for (int i = 0; i < photos.length; i++) {
      for (int j = 0; j < values.length; j++) {
        values[j] = (float) random.nextGaussian();
      }
      photos[i] = Embedding.normalize(space, values);
    }
  }

  private double[] gaussian(Random random) {
    return random.doubles(space.dimension(), -1, 1).toArray();
  }

  @Benchmark
  @OperationsPerInvocation(VECTORS * ROUNDS)
  public double million() {
    double sum = 0;
    for (int round = 0; round < ROUNDS; round++) {
      for (var photo : photos) {
        sum += head.raw(photo);
      }
    }
    return sum;
  }
}
