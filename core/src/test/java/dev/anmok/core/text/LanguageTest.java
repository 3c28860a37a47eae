package dev.anmok.core.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LanguageTest {
  @ParameterizedTest
  @ValueSource(strings = {"네온사인이 많은 느낌", "3D 포스터", "A컷 사진", "TV 보는 고양이", "ㅎㄹㅍㅌ", "블레이드 러너 2049"})
  void korean(String text) {
    assertThat(Language.of(text)).isEqualTo(Language.KOREAN);
  }

  @ParameterizedTest
  @ValueSource(strings = {"dark red poster", "Café 2049", "ＮＥＯＮ"})
  void english(String text) {
    assertThat(Language.of(text)).isEqualTo(Language.ENGLISH);
  }

  @ParameterizedTest
  @ValueSource(strings = {"네온 neon 사이버펑크 poster", "iPhone을 샀다", "HORROR 포스터", "the 영화"})
  void mixed(String text) {
    assertThat(Language.of(text)).isEqualTo(Language.MIXED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "2049", "🙂🎬", "?!\"", "映画", "кино"})
  void other(String text) {
    assertThat(Language.of(text)).isEqualTo(Language.OTHER);
  }
}
