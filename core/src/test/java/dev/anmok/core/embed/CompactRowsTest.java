package dev.anmok.core.embed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CompactRowsTest {
  private final Random random = new Random(7);

  @ParameterizedTest
  @ValueSource(ints = {1, 3, 64, 100, 256})
  void boundsHoldTheTrueScoreOfEveryRow(int dimension) {
    var vectors = new float[500][];
    for (int i = 0; i < vectors.length; i++) {
      vectors[i] = unit(dimension, i % 3 == 0);
    }
    var rows = new CompactRows(vectors[1], vectors.length);
    for (int i = 0; i < vectors.length; i++) {
      rows.set(i, vectors[i]);
    }
    var lower = new float[vectors.length];
    var upper = new float[vectors.length];
    for (int q = 0; q < 20; q++) {
      rows.probe(vectors[q]).bounds(10, vectors.length, lower, upper);
      for (int i = 10; i < vectors.length; i++) {
        assertThat(exact(vectors[q], vectors[i]))
            .isBetween(lower[i - 10] + 0.0, upper[i - 10] + 0.0);
      }
    }
  }

  @Test
  void boundsAreNarrowForEvenlySpreadVectors() {
    var rows = new CompactRows(new float[256], 1);
    rows.set(0, unit(256, false));
    var lower = new float[1];
    var upper = new float[1];
    rows.probe(unit(256, false)).bounds(0, 1, lower, upper);

    assertThat(upper[0] - lower[0]).isBetween(0f, 0.04f);
  }

  @Test
  void aRowEqualToTheCentreIsHeldWithoutError() {
    var centre = unit(16, false);
    var rows = new CompactRows(centre, 1);
    rows.set(0, centre);
    var lower = new float[1];
    var upper = new float[1];
    rows.probe(centre).bounds(0, 1, lower, upper);

    assertThat(lower[0]).isBetween(0.9999f, 1f);
    assertThat(upper[0]).isBetween(1f, 1.0001f);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 31, 32, 64, 130, 512})
  void bothKernelsGiveTheSameIntegers(int dimension) {
    var query = extremes(dimension);
    var block = extremes(dimension * 9);
    var scalar = new int[7];
    var vector = new int[7];
    new ScalarDotKernel().bytes(query, block, 2, 9, scalar);
    new VectorDotKernel().bytes(query, block, 2, 9, vector);

    assertThat(vector).isEqualTo(scalar);
    int expected = 0;
    for (int i = 0; i < dimension; i++) {
      expected += query[i] * block[2 * dimension + i];
    }
    assertThat(scalar[0]).isEqualTo(expected);
  }

  @Test
  void thePreciseProductIsTheDoubleSum() {
    var a = unit(257, false);
    var b = unit(257, false);

    assertThat(Dot.precise(a, b)).isCloseTo((float) exact(a, b), within(1e-7f));
  }

  private byte[] extremes(int length) {
    var bytes = new byte[length];
    for (int i = 0; i < length; i++) {
      bytes[i] = (byte) (random.nextBoolean() ? 127 : -127 + random.nextInt(3));
    }
    return bytes;
  }

  private float[] unit(int dimension, boolean lopsided) {
    var values = new float[dimension];
    for (int i = 0; i < dimension; i++) {
      values[i] = (float) random.nextGaussian() * (lopsided && i == 0 ? 30 : 1);
    }
    return Embedding.normalize(new VectorSpace("t", "w", "p", "none", dimension), values).toArray();
  }

  private static double exact(float[] a, float[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += (double) a[i] * b[i];
    }
    return sum;
  }
}
