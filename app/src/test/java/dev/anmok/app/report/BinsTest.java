package dev.anmok.app.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BinsTest {
  @Test
  void aValueOnAnEdgeIsInTheBinAboveItExceptTheLast() {
    var bins = Bins.covering(new Range(0, 0.4), 4);
    for (double value : new double[] {0, 0.05, 0.1, 0.29999, 0.3, 0.4}) {
      bins.add(value);
    }

    assertThat(bins.size()).isEqualTo(4);
    assertThat(counts(bins)).containsExactly(2, 1, 1, 2);
    assertThat(bins.edge(3)).isEqualTo(0.3);
    assertThat(bins.highest()).isEqualTo(2);
  }

  @Test
  void whatIsNotFiniteOrOutsideIsIgnored() {
    var bins = Bins.covering(new Range(-1, 1), 2);
    for (double value : new double[] {Double.NaN, Double.POSITIVE_INFINITY, -1.01, 1.01, -0.5}) {
      bins.add(value);
    }

    assertThat(counts(bins)).containsExactly(1, 0);
  }

  @Test
  void zeroIsAnEdge() {
    var bins = Bins.covering(new Range(-0.0713, 0.0519), 40);

    assertThat(IntStream.range(0, bins.size()).mapToObj(bins::edge)).contains(0.0);
  }

  @Test
  void countsAgreeWithComparingEveryValueWithEveryEdge() {
    var random = new Random(11);
    var values =
        random.doubles(5_000, -0.1, 0.15).map(v -> Math.round(v * 1_000) / 1_000.0).toArray();
    var bins = Bins.covering(new Range(-0.1, 0.15), 30);
    Arrays.stream(values).forEach(bins::add);

    for (int i = 0; i < bins.size(); i++) {
      double from = bins.edge(i);
      double to = bins.edge(i + 1);
      boolean last = i == bins.size() - 1;
      long expected =
          Arrays.stream(values).filter(v -> v >= from && (v < to || (last && v == to))).count();
      assertThat(bins.count(i)).as("bin from %s", from).isEqualTo(expected);
    }
    assertThat(bins.total()).isEqualTo(5_000);
  }

  private static long[] counts(Bins bins) {
    return IntStream.range(0, bins.size()).mapToLong(bins::count).toArray();
  }
}
