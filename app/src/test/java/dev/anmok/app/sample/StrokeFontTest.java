package dev.anmok.app.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.geom.Path2D;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class StrokeFontTest {
  @Test
  void writesEveryHangulSyllableWithinItsSquare() {
    for (char c = '\uac00'; c <= '\ud7a3'; c++) {
      var path = new Path2D.Double();
      Jamo.write(c, path);
      var bounds = path.getBounds2D();

      assertThat(bounds.getHeight()).as("height of %s", c).isGreaterThan(0.3);
      assertThat(bounds.getMinX()).isGreaterThanOrEqualTo(0);
      assertThat(bounds.getMinY()).isGreaterThanOrEqualTo(0);
      assertThat(bounds.getMaxX()).isLessThanOrEqualTo(1);
      assertThat(bounds.getMaxY()).isLessThanOrEqualTo(1);
    }
  }

  @Test
  void writesEveryLatinLetterDigitAndSignDifferently() {
    Set<Long> seen = new HashSet<>();
    String all = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789,.-:/!%#+";
    for (int i = 0; i < all.length(); i++) {
      seen.add(ink(all.substring(i, i + 1)));
    }

    // 0 and O share their strokes.
    assertThat(seen).hasSize(all.length() - 1);
    assertThat(ink(" ")).isEqualTo(ink("  "));
  }

  @Test
  void advancesByTheWidthOfEachCharacter() {
    assertThat(StrokeFont.width("가A ", 10)).isEqualTo(10.8 + 6.8 + 3.8);
  }

  /// A checksum of the pixels of a word.
  private static long ink(String text) {
    var paper = new Paper(40, 40, 0xffffff);
    paper.text(text, 4, 4, 30, 0);
    var image = paper.finished();
    long sum = 0;
    for (int y = 0; y < 40; y++) {
      for (int x = 0; x < 40; x++) {
        sum = sum * 31 + (image.getRGB(x, y) & 255);
      }
    }
    return sum;
  }
}
