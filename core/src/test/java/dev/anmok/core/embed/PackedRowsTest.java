package dev.anmok.core.embed;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PackedRowsTest {
  private final Random random = new Random(11);

  @ParameterizedTest
  @CsvSource({"1, 1, 1", "3, 5, 7", "4, 32, 16", "9, 33, 64", "130, 70, 31"})
  void findsWhatADoubleSumFinds(int others, int packed, int dimension) {
    var left = values(others * dimension);
    var right = values(packed * dimension);
    float least = 0.4f;
    var expected = new ArrayList<String>();
    for (int r = 0; r < packed; r++) {
      for (int l = 0; l < others; l++) {
        double dot = 0;
        for (int i = 0; i < dimension; i++) {
          dot += (double) left[l * dimension + i] * right[r * dimension + i];
        }
        assertThat(Math.abs(dot - least)).as("no pair may be at the edge").isGreaterThan(1e-5);
        if (dot >= least) {
          expected.add(l + " " + r);
        }
      }
    }
    for (var kernel : List.of(new ScalarDotKernel(), new VectorDotKernel())) {
      var block = new PackedRows(kernel, packed, dimension);
      block.pack(right, packed);
      var found = new ArrayList<String>();
      block.meet(left, others, least, (l, r, _) -> found.add(l + " " + r));
      assertThat(found).as(kernel.name()).containsExactlyInAnyOrderElementsOf(expected);
    }
  }

  private float[] values(int length) {
    var values = new float[length];
    for (int i = 0; i < length; i++) {
      values[i] = random.nextFloat() * 2 - 1;
    }
    return values;
  }
}
