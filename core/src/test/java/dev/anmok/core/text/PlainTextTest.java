package dev.anmok.core.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import org.junit.jupiter.api.Test;

class PlainTextTest {
  @Test
  void composesDecomposedHangul() {
    var asMacOsNamesFiles = Normalizer.normalize("해리포터 센터", Normalizer.Form.NFD);
    assertThat(asMacOsNamesFiles).hasSizeGreaterThan(7);
    assertThat(PlainText.of(asMacOsNamesFiles)).isEqualTo("해리포터 센터");
  }

  @Test
  void narrowsFullWidthLettersAndLowersCase() {
    assertThat(PlainText.of("ＮＥＯＮ　２０４９")).isEqualTo("neon 2049");
    assertThat(PlainText.of("Café")).isEqualTo("café");
  }

  @Test
  void keepsLoneConsonantsAsTheyAre() {
    assertThat(PlainText.of("ㅎㄹㅍㅌ")).isEqualTo("ㅎㄹㅍㅌ");
    assertThat(PlainText.of("ﾡﾢﾾ")).isEqualTo("ㄱㄲㅎ");
  }

  @Test
  void dropsWhatCannotBeSeenAndRepeatedSpaces() {
    assertThat(PlainText.of("\uFEFF 해리\u200B포터 \t\n\u00A0 ne\u00ADon\u200D "))
        .isEqualTo("해리포터 neon");
    assertThat(PlainText.of("a\t b\r\nc\u0000")).isEqualTo("a b c");
  }

  @Test
  void plainTextsStayAsTheyAre() {
    assertThat(PlainText.of("neon 네온 🙂 “인용”")).isEqualTo("neon 네온 🙂 “인용”");
    assertThat(PlainText.of("")).isEmpty();
  }
}
