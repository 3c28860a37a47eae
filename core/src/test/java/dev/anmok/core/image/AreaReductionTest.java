package dev.anmok.core.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import org.junit.jupiter.api.Test;

class AreaReductionTest {
  /// [Resize#plane] is held against Pillow's bytes by [ResizeTest].
  @Test
  void everyKernelGivesTheBytesOfResizingTwiceWithABox() {
    var random = new Random(7);
    for (int round = 0; round < 150; round++) {
      int width = 1 + random.nextInt(round < 20 ? 2_000 : 300);
      int height = 1 + random.nextInt(150);
      int toWidth = 1 + random.nextInt(width);
      int toHeight = 1 + random.nextInt(height);
      var plane = new byte[width * height];
      random.nextBytes(plane);
      var rows = Resize.plane(plane, width, height, width, toHeight, Filter.BOX);
      var expected = Resize.plane(rows, width, toHeight, toWidth, toHeight, Filter.BOX);

      for (var kernel : new AreaKernel[] {new ScalarAreaKernel(), new VectorAreaKernel()}) {
        assertThat(AreaReduction.of(plane, width, height, toWidth, toHeight, kernel))
            .as("%dx%d to %dx%d", width, height, toWidth, toHeight)
            .isEqualTo(expected);
      }
    }
  }

  @Test
  void theBrightestPictureStaysSoHoweverManyRowsBecomeOne() {
    for (int rows : new int[] {127, 128, 129, 257, 1_000}) {
      var white = new byte[320 * rows];
      java.util.Arrays.fill(white, (byte) 255);
      for (var kernel : new AreaKernel[] {new ScalarAreaKernel(), new VectorAreaKernel()}) {
        assertThat(AreaReduction.of(white, 320, rows, 320, 1, kernel))
            .as("%d rows", rows)
            .containsOnly((byte) 255);
      }
    }
  }

  @Test
  void refusesToEnlarge() {
    assertThatThrownBy(() -> AreaReduction.of(new byte[4], 2, 2, 3, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("3x1");
  }
}
