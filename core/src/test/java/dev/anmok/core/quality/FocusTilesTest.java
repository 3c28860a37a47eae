package dev.anmok.core.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.anmok.core.image.FormulaPicture;
import dev.anmok.core.image.Pixels;
import dev.anmok.core.image.Smear;
import java.util.List;
import org.junit.jupiter.api.Test;

class FocusTilesTest {
  @Test
  void aPictureOfFourToThreeHasSixteenByTwelve() {
    var tiles = FocusTiles.of(TestPictures.textured(1200, 900));

    assertThat(tiles.across()).isEqualTo(16);
    assertThat(tiles.down()).isEqualTo(12);
  }

  @Test
  void theSharpHalfIsSharperThanTheBlurredHalf() {
    var sharp = TestPictures.textured(512, 384);
    for (Smear kernel : List.<Smear>of(new Smear.Disc(9), new Smear.Motion(15, 20))) {
      var tiles = FocusTiles.of(TestPictures.beside(sharp, kernel.apply(sharp)));

      for (int row = 1; row < 11; row++) {
        for (int i = 1; i < 7; i++) { // away from the seam
          assertThat(tiles.at(i, row).sharpness()).isGreaterThan(0.7);
          assertThat(tiles.at(15 - i, row).sharpness()).isLessThan(0.4);
        }
      }
    }
  }

  @Test
  void contrastDoesNotChangeSharpness() {
    var strong = FocusTiles.of(TestPictures.textured(512, 384));
    var faint = FocusTiles.of(TestPictures.scaled(TestPictures.textured(512, 384), 0.3));

    assertThat(faint.at(5, 5).focus()).isLessThan(0.35 * strong.at(5, 5).focus());
    assertThat(faint.at(5, 5).sharpness()).isGreaterThan(strong.at(5, 5).sharpness() - 0.1);
  }

  @Test
  void noiseIsNotSharpness() {
    var soft = new Smear.Disc(9).apply(TestPictures.textured(512, 384));
    var tiles = FocusTiles.of(TestPictures.noisy(soft, 6, 3));
    var noise = FocusTiles.of(TestPictures.noisy(FormulaPicture.plain(512, 384, 0x808080), 15, 4));

    assertThat(tiles.tiles().stream().filter(t -> t.sharpness() > 0.75).count()).isLessThan(10);
    assertThat(noise.tiles().stream().filter(t -> !t.flat()).count()).isLessThan(10);
  }

  @Test
  void whatShowsNothingIsFlat() {
    for (int[] size : new int[][] {{1, 1}, {1, 700}, {20_000, 100}, {512, 512}}) {
      var tiles = FocusTiles.of(FormulaPicture.plain(size[0], size[1], 0xffffff));

      assertThat(tiles.tiles()).allMatch(FocusTiles.Tile::flat);
      assertThat(tiles.tiles()).allMatch(t -> t.sharpness() == 0 && t.focus() == 0);
    }
    assertThat(FocusTiles.of(FormulaPicture.of(20_000, 100)).across()).isEqualTo(16);
  }

  @Test
  void refusesAnotherNumberOfTiles() {
    assertThatThrownBy(() -> new FocusTiles(2, 1, List.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("tiles must be 2 x 1, were 0");
  }

  @Test
  void theMapIsBlueWhereSoftYellowWhereSharpAndGreyWhereFlat() {
    var sharp = TestPictures.textured(900, 600);
    var half = TestPictures.beside(sharp, new Smear.Disc(21).apply(sharp));
    var map = HeatMap.of(half);

    assertThat(map.width()).isEqualTo(512);
    assertThat(map.height()).isEqualTo(341);
    assertThat(yellowOverBlue(map, 20, 236)).isGreaterThan(40);
    assertThat(yellowOverBlue(map, 276, 492)).isLessThan(-30);
    var flat = HeatMap.of(FormulaPicture.plain(40, 30, 0x808080));
    assertThat(flat.at(3, 3)).isEqualTo(0x808080);
    assertThat(flat.at(4, 6)).isEqualTo(0x505050); // 48 levels darker on a line of the hatching
  }

  @Test
  void aMapIsDrawnOfAnyShape() {
    assertThat(HeatMap.of(FormulaPicture.of(1, 1)).width()).isEqualTo(1);
    assertThat(HeatMap.of(FormulaPicture.of(1, 999)).height()).isEqualTo(512);
    assertThat(HeatMap.of(FormulaPicture.of(20_000, 100)).width()).isEqualTo(512);
  }

  /// The mean of red less blue over the columns `from` to under `to`.
  private static double yellowOverBlue(Pixels map, int from, int to) {
    double sum = 0;
    for (int y = 20; y < map.height() - 20; y++) {
      for (int x = from; x < to; x++) {
        sum += (map.at(x, y) >> 16) - (map.at(x, y) & 0xff);
      }
    }
    return sum / (map.height() - 40) / (to - from);
  }
}
