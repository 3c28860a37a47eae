package dev.anmok.core.image;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OrientationTest {
  /// The upright picture is `ab / cd / ef`; each row shows how a camera stores it under a tag.
  @ParameterizedTest
  @CsvSource({
    "1, ab|cd|ef",
    "2, ba|dc|fe",
    "3, fe|dc|ba",
    "4, ef|cd|ab",
    "5, ace|bdf",
    "6, bdf|ace",
    "7, fdb|eca",
    "8, eca|fdb"
  })
  void turnsEveryStoredFormUpright(int tag, String stored) {
    var upright = Orientation.of(tag).apply(picture(stored));

    assertThat(letters(upright)).isEqualTo("ab|cd|ef");
  }

  @Test
  void takesUnknownTagsAsUpright() {
    assertThat(Orientation.of(0)).isEqualTo(Orientation.UPRIGHT);
    assertThat(Orientation.of(9)).isEqualTo(Orientation.UPRIGHT);
    assertThat(Orientation.of(-1)).isEqualTo(Orientation.UPRIGHT);
  }

  @Test
  void onlyTheLastFourSwapSides() {
    assertThat(Orientation.values())
        .filteredOn(Orientation::swapsSides)
        .containsExactly(
            Orientation.TRANSPOSED,
            Orientation.QUARTER_TURN,
            Orientation.TRANSVERSED,
            Orientation.THREE_QUARTER_TURN);
  }

  private static Pixels picture(String rows) {
    String letters = rows.replace("|", "");
    int width = rows.indexOf('|');
    byte[] rgb = new byte[3 * letters.length()];
    for (int i = 0; i < letters.length(); i++) {
      rgb[3 * i] = (byte) letters.charAt(i);
      rgb[3 * i + 1] = (byte) (200 + letters.charAt(i) - 'a');
      rgb[3 * i + 2] = (byte) i;
    }
    return Pixels.wrap(width, letters.length() / width, rgb);
  }

  private static String letters(Pixels pixels) {
    var text = new StringBuilder();
    for (int y = 0; y < pixels.height(); y++) {
      text.append(y == 0 ? "" : "|");
      for (int x = 0; x < pixels.width(); x++) {
        char letter = (char) (pixels.at(x, y) >> 16);
        assertThat(pixels.at(x, y) >> 8 & 0xff).isEqualTo(200 + letter - 'a');
        text.append(letter);
      }
    }
    return text.toString();
  }
}
