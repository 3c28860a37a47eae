package dev.anmok.app.sample.poster;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.image.BufferedImage;
import org.junit.jupiter.api.Test;

class ColourNamesTest {
  @Test
  void namesPlainColoursTheMostFrequentFirst() {
    assertThat(ColourNames.of(picture(0xd01020, 0x101010))).containsExactly("red", "black");
    assertThat(ColourNames.of(picture(0xffd820, 0xffffff))).containsExactly("yellow", "white");
    assertThat(ColourNames.of(picture(0x2050e0, 0x20d8e8))).containsExactly("blue", "cyan");
    assertThat(ColourNames.of(picture(0x30b040, 0x808080))).containsExactly("green", "grey");
    assertThat(ColourNames.of(picture(0xff70b0, 0x8030d0))).containsExactly("pink", "purple");
    assertThat(ColourNames.of(picture(0xff8a20, 0x6a4020))).containsExactly("orange", "brown");
  }

  @Test
  void leavesOutColoursOfLessThanAnEighth() {
    var picture = picture(0xd01020, 0xd01020);
    var g = picture.createGraphics();
    g.setColor(new Color(0x2050e0));
    g.fillRect(0, 0, 40, 4);
    g.dispose();

    assertThat(ColourNames.of(picture)).containsExactly("red");
  }

  /// Three fifths of one colour over two fifths of another.
  private static BufferedImage picture(int much, int less) {
    var image = new BufferedImage(40, 80, BufferedImage.TYPE_INT_RGB);
    var g = image.createGraphics();
    g.setColor(new Color(much));
    g.fillRect(0, 0, 40, 80);
    g.setColor(new Color(less));
    g.fillRect(0, 48, 40, 32);
    g.dispose();
    return image;
  }
}
