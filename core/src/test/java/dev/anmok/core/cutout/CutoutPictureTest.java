package dev.anmok.core.cutout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.anmok.core.image.Pixels;
import org.junit.jupiter.api.Test;

class CutoutPictureTest {
  private static final int SIDE = 24;
  private static final int EDGE = 12;

  /// A subject of one colour left of the edge, another behind it, mixed by `alpha` at the edge.
  private static byte[] row(int[] subject, int[] behind, int alpha) {
    var rgb = new byte[3 * SIDE * SIDE];
    var mask = new byte[SIDE * SIDE];
    for (int i = 0; i < mask.length; i++) {
      int x = i % SIDE;
      int a = x < EDGE ? 255 : x == EDGE ? alpha : 0;
      mask[i] = (byte) a;
      for (int c = 0; c < 3; c++) {
        rgb[3 * i + c] = (byte) ((a * subject[c] + (255 - a) * behind[c] + 127) / 255);
      }
    }
    var row = new byte[4 * SIDE];
    new CutoutPicture(Pixels.wrap(SIDE, SIDE, rgb), Mask.wrap(SIDE, SIDE, mask)).row(10, row);
    return row;
  }

  @Test
  void theEdgeHasTheSubjectsColourNotTheBackgrounds() {
    int[] subject = {200, 40, 30};
    var row = row(subject, new int[] {10, 250, 90}, 100);

    for (int c = 0; c < 3; c++) {
      assertThat((double) (row[4 * EDGE + c] & 0xff)).isCloseTo(subject[c], within(4.0));
    }
    assertThat(row[4 * EDGE + 3]).isEqualTo((byte) 100);
  }

  @Test
  void firmPixelsAreThePhotosAndTheRestIsNothing() {
    var row = row(new int[] {200, 40, 30}, new int[] {10, 250, 90}, 100);

    assertThat(new byte[] {row[0], row[1], row[2], row[3]})
        .containsExactly((byte) 200, (byte) 40, (byte) 30, (byte) 255);
    int last = 4 * (SIDE - 1);
    assertThat(new byte[] {row[last], row[last + 1], row[last + 2], row[last + 3]})
        .containsOnly((byte) 0);
  }
}
