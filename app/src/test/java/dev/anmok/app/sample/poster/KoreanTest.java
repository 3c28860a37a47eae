package dev.anmok.app.sample.poster;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class KoreanTest {
  @Test
  void aSubjectEndsAsItsLastLetterAsks() {
    assertThat(Korean.subject("신참 형사")).isEqualTo("신참 형사가");
    assertThat(Korean.subject("아기 용")).isEqualTo("아기 용이");
  }

  @Test
  void initialsAreTheFirstConsonantsOfTheSyllables() {
    assertThat(Korean.initials("해리포터 2")).isEqualTo("ㅎㄹㅍㅌ");
    assertThat(Korean.initials("붉은 우물")).isEqualTo("ㅂㅇㅇㅁ");
  }

  @Test
  void aSlipChangesOneVowelOnly() {
    assertThat(Korean.misspelt("해리포터", 1)).isEqualTo("해라포터");
    assertThat(Korean.misspelt("감독", 0)).isEqualTo("검독");
  }
}
