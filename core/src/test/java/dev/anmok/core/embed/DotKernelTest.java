package dev.anmok.core.embed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DotKernelTest {
  private final Random random = new Random(7);

  @ParameterizedTest
  @ValueSource(ints = {1, 3, 15, 16, 17, 31, 64, 256, 257, 512, 1000})
  void bothKernelsAgreeWithADoubleSum(int length) {
    var a = values(length + 3);
    var b = values(length + 5);
    double expected = 0;
    for (int i = 0; i < length; i++) {
      expected += (double) a[3 + i] * b[5 + i];
    }

    for (var kernel : new DotKernel[] {new ScalarDotKernel(), new VectorDotKernel()}) {
      assertThat((double) kernel.dot(a, 3, b, 5, length))
          .as(kernel.name())
          .isCloseTo(expected, within(1e-4));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 7, 16, 100, 256})
  void everyRowMeetsEveryRow(int dimension) {
    for (int leftRows : new int[] {1, 2, 5}) {
      for (int rightRows : new int[] {1, 3, 4, 9, 200}) {
        var left = values(leftRows * dimension);
        var right = values(rightRows * dimension);
        for (var kernel : new DotKernel[] {new ScalarDotKernel(), new VectorDotKernel()}) {
          var out = new float[leftRows * rightRows];
          kernel.manyToMany(left, leftRows, right, rightRows, dimension, out);
          for (int l = 0; l < leftRows; l++) {
            for (int r = 0; r < rightRows; r++) {
              double expected = 0;
              for (int i = 0; i < dimension; i++) {
                expected += (double) left[l * dimension + i] * right[r * dimension + i];
              }
              assertThat((double) out[l * rightRows + r])
                  .as("%s %d,%d of %d,%d", kernel.name(), l, r, leftRows, rightRows)
                  .isCloseTo(expected, within(1e-4));
            }
          }
        }
      }
    }
  }

  /// In a JVM of its own, before anything is compiled, the first product would be another than the
  /// last one if the JVM chose how lanes are added up.
  @ParameterizedTest
  @ValueSource(ints = {16, 100, 256, 257})
  void aProductHasTheSameBitsWhereverItStandsAndHoweverOftenItWasComputed(int dimension) {
    int leftRows = 5;
    int rightRows = 11;
    var left = values(leftRows * dimension);
    var right = values(rightRows * dimension);
    var kernel = new VectorDotKernel();
    var alone = new float[leftRows * rightRows];
    var one = new float[1];
    for (int l = 0; l < leftRows; l++) {
      for (int r = 0; r < rightRows; r++) {
        kernel.manyToMany(row(left, l, dimension), 1, row(right, r, dimension), 1, dimension, one);
        alone[l * rightRows + r] = one[0];
      }
    }
    float first = kernel.dot(left, 0, right, 0, dimension);

    for (int turn = 0; turn < 3_000; turn++) {
      var all = new float[leftRows * rightRows];
      kernel.manyToMany(left, leftRows, right, rightRows, dimension, all);
      assertThat(all).isEqualTo(alone);
      assertThat(kernel.dot(left, 0, right, 0, dimension)).isEqualTo(first);
    }
  }

  private static float[] row(float[] rows, int row, int dimension) {
    return Arrays.copyOfRange(rows, row * dimension, (row + 1) * dimension);
  }

  private float[] values(int length) {
    var values = new float[length];
    for (int i = 0; i < length; i++) {
      values[i] = random.nextFloat() * 2 - 1;
    }
    return values;
  }
}
