package dev.anmok.core.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.anmok.core.image.FormulaPicture;
import dev.anmok.core.image.Pixels;
import org.junit.jupiter.api.Test;

class LumaTest {
  @Test
  void weighsGreenMostAndBlueLeast() {
    var luma = Luma.of(Pixels.wrap(3, 1, new byte[] {-1, 0, 0, 0, -1, 0, 0, 0, -1}), 10);

    assertThat(luma.at(0, 0)).isEqualTo(76); // 0.299 * 255 = 76.2
    assertThat(luma.at(1, 0)).isEqualTo(150); // 0.587 * 255 = 149.7
    assertThat(luma.at(2, 0)).isEqualTo(29); // 0.114 * 255 = 29.1
  }

  @Test
  void reducesTheLongerSideAndNeverEnlarges() {
    var wide = Luma.of(FormulaPicture.of(300, 101), 100);
    var small = Luma.of(FormulaPicture.of(30, 10), 100);
    var thread = Luma.of(FormulaPicture.of(1000, 1), 100);

    assertThat(wide.width()).isEqualTo(100);
    assertThat(wide.height()).isEqualTo(34); // 33.67 rounded
    assertThat(small.width()).isEqualTo(30);
    assertThat(small.height()).isEqualTo(10);
    assertThat(thread.height()).isEqualTo(1);
  }

  @Test
  void meanAndStdAreThoseOfThePopulation() {
    var luma = Luma.of(Pixels.wrap(2, 1, new byte[] {10, 10, 10, 40, 40, 40}), 10);

    assertThat(luma.mean()).isEqualTo(25);
    assertThat(luma.std()).isEqualTo(15);
  }

  @Test
  void refusesASideUnderOne() {
    assertThatThrownBy(() -> Luma.of(FormulaPicture.of(2, 2), 0)).hasMessageContaining("maxSide");
  }
}
