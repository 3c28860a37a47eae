package dev.anmok.core.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.anmok.core.text.Hangul.Syllable;
import org.junit.jupiter.api.Test;

class HangulTest {
  @Test
  void takesASyllableApart() {
    assertThat(Hangul.split('가')).isEqualTo(new Syllable('ㄱ', 'ㅏ', ""));
    assertThat(Hangul.split('닭')).isEqualTo(new Syllable('ㄷ', 'ㅏ', "ㄺ"));
    assertThat(Hangul.split('힣')).isEqualTo(new Syllable('ㅎ', 'ㅣ', "ㅎ"));
    assertThat(Hangul.split('쎈')).isEqualTo(new Syllable('ㅆ', 'ㅔ', "ㄴ"));
    assertThatIllegalArgumentException().isThrownBy(() -> Hangul.split('ㄱ'));
  }

  @Test
  void givesTheInitialsOfAText() {
    assertThat(Hangul.initials("해리포터")).isEqualTo("ㅎㄹㅍㅌ");
    assertThat(Hangul.initials("해리 포터 2: Part 1")).isEqualTo("ㅎㄹㅍㅌ");
    assertThat(Hangul.initials("닭볶음")).isEqualTo("ㄷㅂㅇ");
  }

  @Test
  void opensConsonantsThatAKeyboardJoined() {
    assertThat(Hangul.initials("ㄳ")).isEqualTo("ㄱㅅ");
    assertThat(Hangul.initials("ㅎㄺㅄ")).isEqualTo("ㅎㄹㄱㅂㅅ");
    assertThat(Hangul.initials("ㄲㅆ")).isEqualTo("ㄲㅆ");
  }

  @Test
  void knowsATextOfInitials() {
    assertThat(Hangul.isInitials("ㅎㄹㅍㅌ")).isTrue();
    assertThat(Hangul.isInitials("ㅎ리ㅍㅌ")).isFalse();
    assertThat(Hangul.isInitials("ㅏㅣ")).isFalse();
    assertThat(Hangul.isInitials("")).isFalse();
  }

  @Test
  void lettersCanBePutTogetherAgain() {
    assertThat(Hangul.letters("센터")).hasSize(5);
    assertThat(Hangul.syllables(Hangul.letters("센터 center"))).isEqualTo("센터 center");
  }

  @Test
  void oneWrongVowelIsOneSlip() {
    assertThat(EditDistance.byLetters("해리포터", "헤리포터")).isEqualTo(1);
    assertThat(EditDistance.byLetters("센터", "쎈터")).isEqualTo(1);
    assertThat(EditDistance.byLetters("poster", "postr")).isEqualTo(1);
    assertThat(EditDistance.byLetters("강", "가")).isEqualTo(1);
    assertThat(EditDistance.byLetters("사과", "사자")).isEqualTo(2);
  }
}
