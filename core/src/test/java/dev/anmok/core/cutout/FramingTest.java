package dev.anmok.core.cutout;

import static org.assertj.core.api.Assertions.assertThat;

import dev.anmok.core.image.Pixels;
import org.junit.jupiter.api.Test;

class FramingTest {
  private final Backdrop backdrop = new Backdrop(9, 9, 9);

  /// Red counts up, pixel by pixel.
  private static Pixels counted(int width, int height) {
    var rgb = new byte[3 * width * height];
    for (int i = 0; i < width * height; i++) {
      rgb[3 * i] = (byte) (i + 100);
    }
    return Pixels.wrap(width, height, rgb);
  }

  @Test
  void theSubjectStandsInTheMiddleOfASquare() {
    var framed =
        Framing.SUBJECT.of(counted(5, 3), MaskTest.of(".....", ".###.", "....."), backdrop);

    assertThat(framed.width()).isEqualTo(3);
    assertThat(framed.height()).isEqualTo(3);
    assertThat(framed.at(0, 1) >> 16).isEqualTo(106);
    assertThat(framed.at(2, 1) >> 16).isEqualTo(108);
    assertThat(framed.at(0, 0) >> 16).isEqualTo(101); // what lies around stays, composed already
  }

  @Test
  void whatLiesBeyondThePhotoIsBackdrop() {
    var framed = Framing.SUBJECT.of(counted(4, 1), MaskTest.of("####"), backdrop);

    assertThat(framed.width()).isEqualTo(4);
    assertThat(framed.height()).isEqualTo(4);
    assertThat(framed.at(0, 0)).isEqualTo(0x090909);
    assertThat(framed.at(3, 2) >> 16).isEqualTo(103);
    assertThat(framed.at(3, 3)).isEqualTo(0x090909);
  }

  @Test
  void theWholeIsLeftAsItIs() {
    var photo = counted(4, 1);
    assertThat(Framing.WHOLE.of(photo, MaskTest.of(".##."), backdrop)).isSameAs(photo);
  }
}
