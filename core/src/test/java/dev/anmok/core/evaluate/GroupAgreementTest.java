package dev.anmok.core.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class GroupAgreementTest {
  @Test
  void countsPairs() {
    // Known: abc, de (4 pairs). Found: ab, cd, f alone (2 pairs), of which ab is right.
    var agreement =
        GroupAgreement.of(
            Arrays.asList("1", "1", "1", "2", "2", null),
            Arrays.asList("x", "x", "y", "y", null, null));

    assertThat(agreement.precision()).isEqualTo(new Proportion(1, 2));
    assertThat(agreement.recall()).isEqualTo(new Proportion(1, 4));
  }
}
