package dev.anmok.core.embed;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TextDigestTest {
  /// FIPS 180-2, appendix B.1.
  @Test
  void isTheStandardsExample() {
    assertThat(TextDigest.sha256("abc"))
        .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    assertThat(TextDigest.brief("abc")).isEqualTo("ba7816bf8f01");
  }

  /// By `printf 카페 | sha256sum`.
  @Test
  void readsTextsAsUtf8() {
    assertThat(TextDigest.brief("카페")).isEqualTo("53cc9fb21b36");
  }
}
