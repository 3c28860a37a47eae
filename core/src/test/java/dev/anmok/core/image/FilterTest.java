package dev.anmok.core.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FilterTest {
  @ParameterizedTest
  @EnumSource(Filter.class)
  void isFoundByItsCode(Filter filter) {
    assertThat(Filter.parse(filter.code())).isEqualTo(filter);
  }

  @Test
  void anUnknownCodeIsRefusedWithTheChoice() {
    assertThatThrownBy(() -> Filter.parse("nearest"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("filter must be box, bilinear, bicubic or lanczos, was nearest");
  }

  @Test
  void weighsByHandComputedValues() {
    assertThat(Filter.BOX.weight(0.5)).isEqualTo(1);
    assertThat(Filter.BOX.weight(-0.5)).isEqualTo(0);
    assertThat(Filter.BILINEAR.weight(-0.25)).isEqualTo(0.75);
    assertThat(Filter.BICUBIC.weight(0.5)).isEqualTo(0.5625); // 1.5 / 8 - 2.5 / 4 + 1
    assertThat(Filter.BICUBIC.weight(1.5)).isEqualTo(-0.0625); // -0.5 (27/8 - 45/4 + 12 - 4)
    assertThat(Filter.LANCZOS.weight(0)).isEqualTo(1);
    assertThat(Filter.LANCZOS.weight(1)).isCloseTo(0, within(1e-15));
    assertThat(Filter.LANCZOS.weight(3)).isEqualTo(0);
  }
}
