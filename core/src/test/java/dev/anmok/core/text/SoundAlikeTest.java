package dev.anmok.core.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SoundAlikeTest {
  @ParameterizedTest
  @CsvSource({"카페, 까페", "센터, 쎈터", "캐릭터, 케릭터", "컨텐츠, 콘텐츠", "메시지, 메세지", "쥬라기, 주라기", "해리, 헤리"})
  void findsSpellingsOfOneWordBothWays(String one, String other) {
    assertThat(SoundAlike.of(one)).contains(other).doesNotContain(one);
    assertThat(SoundAlike.of(other)).contains(one);
  }

  @ParameterizedTest
  @CsvSource({"사자, 상자", "시계, 세계", "고기, 거기", "카페, 카메"})
  void leavesOtherWordsAlone(String one, String other) {
    assertThat(SoundAlike.of(one)).doesNotContain(other);
  }

  @Test
  void hasNoneForSingleSyllablesAndOtherScripts() {
    assertThat(SoundAlike.of("달")).isEmpty();
    assertThat(SoundAlike.of("cafe")).isEmpty();
    assertThat(SoundAlike.of("카페a")).isEmpty();
    assertThat(SoundAlike.of("")).isEmpty();
  }
}
