package dev.anmok.core.embed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ByteRowsTest {
  private final Random random = new Random(5);

  @ParameterizedTest
  @ValueSource(ints = {1, 3, 64, 100, 256, 512})
  void boundsHoldTheTrueScoreOfEveryRow(int dimension) {
    var vectors = vectors(300, dimension);
    var rows = rows(vectors, vectors[7]);
    var lower = new float[100];
    var upper = new float[100];
    int[] some = IntStream.range(0, 100).map(i -> 299 - 2 * i).toArray();
    for (int q = 0; q < 20; q++) {
      var probe = rows.probe(vectors[q]);
      probe.bounds(some, 100, lower, upper);
      for (int i = 0; i < 100; i++) {
        assertBetween(SampleRows.exact(vectors[q], vectors[some[i]]), lower[i], upper[i]);
      }
      probe.bounds(150, 250, lower, upper);
      for (int i = 0; i < 100; i++) {
        assertBetween(SampleRows.exact(vectors[q], vectors[150 + i]), lower[i], upper[i]);
      }
    }
  }

  @Test
  void scoresOfEvenlySpreadVectorsAreNearlyRight() {
    var vectors = vectors(200, 512);
    var rows = rows(vectors, new float[512]);
    var scores = new float[200];
    rows.probe(vectors[1]).scores(scores);
    for (int i = 2; i < 200; i += 3) {
      assertThat((double) scores[i])
          .isCloseTo(SampleRows.exact(vectors[1], vectors[i]), within(0.003));
    }
  }

  @Test
  void bothKernelsGiveTheSameIntegers() {
    for (int dimension : new int[] {1, 31, 32, 64, 130, 512}) {
      var query = extremes(dimension);
      var block = MemorySegment.ofArray(extremes(9 * dimension));
      int[] which = {8, 0, 3, 3};
      var scalar = new int[4];
      var vector = new int[4];
      new ScalarDotKernel().bytes(query, block, which, 4, scalar);
      new VectorDotKernel().bytes(query, block, which, 4, vector);
      assertThat(vector).isEqualTo(scalar);
      var scalarRun = new int[6];
      var vectorRun = new int[6];
      new ScalarDotKernel().bytes(query, block, 3, 9, scalarRun);
      new VectorDotKernel().bytes(query, block, 3, 9, vectorRun);
      assertThat(vectorRun).isEqualTo(scalarRun);
      assertThat(scalarRun[5]).isEqualTo(scalar[0]);
      assertThat(scalarRun[0]).isEqualTo(scalar[2]);
      int expected = 0;
      for (int i = 0; i < dimension; i++) {
        expected += query[i] * block.get(ValueLayout.JAVA_BYTE, 8L * dimension + i);
      }
      assertThat(scalar[0]).isEqualTo(expected);
    }
  }

  @Test
  void memoryOfAnotherSizeIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() ->
            new ByteRows(
                new float[4],
                2,
                MemorySegment.ofArray(new byte[7]),
                MemorySegment.ofArray(new byte[32])))
        .withMessageContaining("do not lie in 7 and 32 bytes");
  }

  private static ByteRows rows(float[][] vectors, float[] centre) {
    var held =
        SampleRows.encode(
            vectors, centre.length, ByteRows.FIGURES, new ByteRows.Encoder(centre)::encode);
    return new ByteRows(centre, vectors.length, held.codes(), held.figures());
  }

  private float[][] vectors(int count, int dimension) {
    return SampleRows.vectors(random, count, dimension, true);
  }

  private byte[] extremes(int length) {
    var bytes = new byte[length];
    for (int i = 0; i < length; i++) {
      bytes[i] = (byte) (random.nextBoolean() ? 127 : -127 + random.nextInt(3));
    }
    return bytes;
  }

  private static void assertBetween(double value, double low, double high) {
    assertThat(value).isBetween(low, high);
  }
}
