package dev.anmok.core.cutout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class MaskTest {
  /// `#` subject, `+` half of it, `.` background.
  static Mask of(String... rows) {
    var alpha = new byte[rows.length * rows[0].length()];
    for (int i = 0; i < alpha.length; i++) {
      char c = rows[i / rows[0].length()].charAt(i % rows[0].length());
      alpha[i] = (byte) (c == '#' ? 255 : c == '+' ? 128 : 0);
    }
    return Mask.wrap(rows[0].length(), rows.length, alpha);
  }

  @Test
  void countsEachPixelByItsValue() {
    var facts = of("....", ".##.", ".++.").facts();

    assertThat(facts.share()).isCloseTo((2 + 2 * 128 / 255.0) / 12, within(1e-12));
    assertThat(facts.decided()).isEqualTo(0.5);
  }

  @Test
  void theBorderIsWalkedOnce() {
    assertThat(of("#..#", "....", "#...").facts().border()).isEqualTo(3 / 10.0);
    assertThat(of("####", "####", "####").facts().border()).isEqualTo(1);
    assertThat(of("#").facts().border()).isEqualTo(1);
    assertThat(of("#.#").facts().border()).isEqualTo(2 / 3.0);
    assertThat(of("#", ".", ".").facts().border()).isEqualTo(1 / 3.0);
  }

  @Test
  void theBoxHoldsEveryPixelOfTheSubject() {
    assertThat(of(".....", "..#..", "...+.", ".....").box()).contains(new Mask.Box(2, 1, 2, 2));
    assertThat(Mask.empty(3, 2).box()).isEmpty();
    assertThat(of("#").box()).contains(new Mask.Box(0, 0, 1, 1));
  }

  @Test
  void refusesAnotherLength() {
    assertThatThrownBy(() -> Mask.wrap(2, 2, new byte[5]))
        .hasMessage("a mask of 2x2 needs another length than 5");
  }
}
