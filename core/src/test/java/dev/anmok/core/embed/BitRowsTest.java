package dev.anmok.core.embed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.lang.foreign.MemorySegment;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BitRowsTest {
  private final Random random = new Random(5);

  @Test
  void signsAndFiguresAreThoseComputedByHand() {
    var code = new byte[8];
    var figures = new float[BitRows.FIGURES];
    // rest (0.3, -0.4, 0, 0.1): |r|₁ 0.8, |r|² 0.26, m·r 0.03, ρ² = 0.64 / (4 · 0.26)
    new BitRows.Encoder(new float[] {0.1f, 0, 0, 0})
        .encode(new float[] {0.4f, -0.4f, 0, 0.1f}, code, figures);

    assertThat(code).containsExactly(0b1001, 0, 0, 0, 0, 0, 0, 0);
    assertThat(figures[0]).isCloseTo(0.325f, within(1e-6f));
    assertThat(figures[1]).isCloseTo(0.03f, within(1e-6f));
    assertThat(figures[2]).isCloseTo((float) Math.sqrt(0.26 * 0.625 / 3), within(1e-6f));
  }

  @ParameterizedTest
  @ValueSource(ints = {64, 100, 256, 512})
  void nearlyAllTrueScoresLieWithinTheBounds(int dimension) {
    var vectors = vectors(400, dimension);
    var rows = rows(vectors, new float[dimension]);
    int[] all = IntStream.range(0, 400).toArray();
    var lower = new float[400];
    var upper = new float[400];
    int within = 0;
    for (int q = 0; q < 50; q++) {
      rows.probe(vectors[q]).bounds(all, 400, lower, upper);
      for (int i = 0; i < 400; i++) {
        double exact = SampleRows.exact(vectors[q], vectors[i]);
        within += i == q || (lower[i] <= exact && exact <= upper[i]) ? 1 : 0;
      }
    }
    assertThat(within).isGreaterThan((int) (0.99 * 50 * 400));
  }

  @Test
  void boundsLieAboutTheScoreAndAreNarrow() {
    var vectors = vectors(300, 512);
    var rows = rows(vectors, new float[512]);
    int[] some = {7, 299, 0};
    var lower = new float[3];
    var upper = new float[3];
    double squares = 0;
    for (int q = 10; q < 110; q++) {
      rows.probe(vectors[q]).bounds(some, 3, lower, upper);
      for (int i = 0; i < 3; i++) {
        double off = (lower[i] + upper[i]) / 2 - SampleRows.exact(vectors[q], vectors[some[i]]);
        squares += off * off / 300;
        assertThat(upper[i] - lower[i]).isLessThan(0.25f);
      }
    }
    // √((π/2 - 1) / 512) = 0.033 for Gaussian values
    assertThat(Math.sqrt(squares)).isBetween(0.02, 0.045);
  }

  @Test
  void aRowThatIsTheCentreScoresLikeIt() {
    var centre = vectors(1, 64)[0];
    var rows = rows(new float[][] {centre}, centre);
    var query = vectors(1, 64)[0];
    var lower = new float[1];
    var upper = new float[1];
    rows.probe(query).bounds(new int[] {0}, 1, lower, upper);

    assertThat((double) lower[0]).isCloseTo(SampleRows.exact(query, centre), within(1e-5));
    assertThat((double) upper[0]).isCloseTo(SampleRows.exact(query, centre), within(1e-5));
  }

  @Test
  void memoryOfAnotherSizeIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() ->
            new BitRows(
                new float[65],
                2,
                MemorySegment.ofArray(new byte[31]),
                MemorySegment.ofArray(new byte[24])))
        .withMessageContaining("do not lie in 31 and 24 bytes");
  }

  private static BitRows rows(float[][] vectors, float[] centre) {
    var held =
        SampleRows.encode(
            vectors,
            BitRows.codeBytes(centre.length),
            BitRows.FIGURES,
            new BitRows.Encoder(centre)::encode);
    return new BitRows(centre, vectors.length, held.codes(), held.figures());
  }

  private float[][] vectors(int count, int dimension) {
    return SampleRows.vectors(random, count, dimension, false);
  }
}
