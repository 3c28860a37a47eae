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
  void refusesToEnlarge() {
    assertThatThrownBy(() -> AreaReduction.of(new byte[4], 2, 2, 3, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("3x1");
  }
}
