package dev.anmok.words;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.anmok.words.Word.Kind;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class TextAnalysisTest {
  private final TextAnalysis analysis;

  TextAnalysisTest() throws IOException {
    analysis = new TextAnalysis(Nouns.read(List.of()));
  }

  @Test
  void everyScriptIsAWordOfItsOwn() throws IOException {
    assertThat(analysis.words("iPhone15을 샀다! ㅎㄹ 映画 кино 🙂"))
        .extracting(Word::kind, Word::form)
        .containsExactly(
            tuple(Kind.LATIN, "iphone"),
            tuple(Kind.NUMBER, "15"),
            tuple(Kind.HANGUL, "을"),
            tuple(Kind.HANGUL, "샀다"),
            tuple(Kind.INITIALS, "ㅎㄹ"),
            tuple(Kind.OTHER, "映"),
            tuple(Kind.OTHER, "画"),
            tuple(Kind.OTHER, "кино"));
  }

  @Test
  void formsHaveNoParticles() throws IOException {
    assertThat(analysis.words("해리포터와 마법사의 헤리포터를 영화입니다 카페에서는"))
        .extracting(Word::form)
        .containsExactly("해리포터", "마법사", "헤리포터", "영화", "카페");
  }

  @Test
  void termsAreThePartsThatCarryMeaning() throws IOException {
    assertThat(analysis.words("네온사인이 많은 어두운 골목"))
        .extracting(Word::terms)
        .containsExactly(List.of("네온", "사인"), List.of("많"), List.of("어둡"), List.of("골목"));
  }

  @Test
  void numbersLoseTheirCommas() throws IOException {
    assertThat(analysis.words("1,234,567원 2049년 7.5 2024.05.01"))
        .filteredOn(word -> word.kind() == Kind.NUMBER)
        .extracting(Word::form)
        .containsExactly("1234567", "2049", "7", "5", "2024", "05", "01");
  }

  @Test
  void aTextWithoutWordsHasNone() throws IOException {
    assertThat(analysis.words("🙂 ?! \"\" ~*")).isEmpty();
    assertThat(analysis.words("")).isEmpty();
  }
}
