package dev.anmok.core.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

class BoxTest {
  /// Each pixel says its own place: red is x, green is y.
  private static Pixels places(int width, int height) {
    var rgb = new byte[3 * width * height];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        rgb[3 * (y * width + x)] = (byte) x;
        rgb[3 * (y * width + x) + 1] = (byte) y;
      }
    }
    return Pixels.wrap(width, height, rgb);
  }

  private static void assertCut(String box, int left, int top, int width, int height) {
    var cut = Box.parse(box).cut(places(20, 10));
    assertThat(List.of(cut.width(), cut.height())).isEqualTo(List.of(width, height));
    assertThat(cut.at(0, 0)).isEqualTo(left << 16 | top << 8);
    assertThat(cut.at(width - 1, height - 1))
        .isEqualTo((left + width - 1) << 16 | (top + height - 1) << 8);
  }

  @Test
  void cutsPixelsAndShares() {
    assertCut("3,2,5,4", 3, 2, 5, 4);
    assertCut(" 0, 0, 20, 10 ", 0, 0, 20, 10);
    assertCut("0.5,0.5,0.25,0.5", 10, 5, 5, 5);
    assertCut("0,0,1.0,1.0", 0, 0, 20, 10);
  }

  @Test
  void whatLiesOutsideIsCutOffAndAPixelIsLeft() {
    assertCut("15,8,100,100", 15, 8, 5, 2);
    assertCut("0.99,0.99,0.001,0.001", 19, 9, 1, 1);
  }

  @Test
  void aBoxOutsideThePhotoIsRefused() {
    for (var box : List.of("20,0,5,5", "0,10,5,5", "400,300,10,10")) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> Box.parse(box).cut(places(20, 10)))
          .withMessageContaining("outside the photo of 20 x 10")
          .withMessageContaining(box);
    }
  }

  @Test
  void whatIsNoBoxIsRefused() {
    for (var box : List.of("", "1,2,3", "1,2,3,x", "1,2,3,4,5", "1;2;3;4", "NaN,0,1,1")) {
      assertThatIllegalArgumentException().isThrownBy(() -> Box.parse(box));
    }
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Box.parse("-1,0,5,5"))
        .withMessageContaining("-1,0,5,5");
    assertThatIllegalArgumentException().isThrownBy(() -> Box.parse("0,0,0,5"));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Box.parse("0.5,0.5,1.5,0.5"))
        .withMessageContaining("shares");
  }
}
