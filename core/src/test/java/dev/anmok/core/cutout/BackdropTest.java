package dev.anmok.core.cutout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.anmok.core.image.Pixels;
import org.junit.jupiter.api.Test;

class BackdropTest {
  private final Pixels photo = Pixels.wrap(3, 1, new byte[] {10, 20, 30, 10, 20, 30, 10, 20, 30});

  @Test
  void mixesByTheMask() {
    var on = new Backdrop(110, 0, 255).behind(photo, MaskTest.of("#+."));

    assertThat(on.at(0, 0)).isEqualTo(0x0a141e);
    // (10 * 128 + 110 * 127 + 127) / 255 = 60.3, (20 * 128 + 127) / 255, (30 * 128 + 255 * 127 +
    // 127) / 255
    assertThat(on.at(1, 0)).isEqualTo(60 << 16 | 10 << 8 | 142);
    assertThat(on.at(2, 0)).isEqualTo(110 << 16 | 255);
  }

  @Test
  void leavesThePhotoAlone() {
    Backdrop.WHITE.behind(photo, Mask.empty(3, 1));
    assertThat(photo.at(1, 0)).isEqualTo(0x0a141e);
  }

  @Test
  void refusesTheMaskOfAnotherPhoto() {
    assertThatThrownBy(() -> Backdrop.WHITE.behind(photo, Mask.empty(1, 3)))
        .hasMessage("a mask of 1x3 does not belong to a photo of 3x1");
  }

  @Test
  void readsColoursAsTheWebWritesThem() {
    assertThat(Backdrop.parse("#0aFf10")).isEqualTo(new Backdrop(10, 255, 16));
    assertThat(Backdrop.parse("#0aFf10").code()).isEqualTo("#0aff10");
    assertThatThrownBy(() -> Backdrop.parse("white"))
        .hasMessage("a colour is # and six hexadecimal digits, for example #ffffff, was white");
  }
}
