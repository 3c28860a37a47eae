package dev.anmok.app.words;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.anmok.app.profile.Words.When;
import dev.anmok.core.text.Language;
import dev.anmok.core.text.Translation;
import dev.anmok.core.text.Translation.Reason;
import dev.anmok.core.text.Translator;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class QueryTextsTest {
  private static final List<String> BOTH = List.of("ko", "en");
  private static final List<String> ENGLISH = List.of("en");

  /// Says the same each time, and remembers what it was asked.
  private static final class Fake implements Translator {
    private final Translation answer;
    private final List<String> asked = new ArrayList<>();

    Fake(Translation answer) {
      this.answer = answer;
    }

    @Override
    public String id() {
      return "fake";
    }

    @Override
    public List<Translation> translate(List<String> texts, String from, String to) {
      texts.forEach(text -> asked.add(from + ">" + to + " " + text));
      return texts.stream().map(text -> answer).toList();
    }

    @Override
    public void close() {}
  }

  private static Fake good() {
    return new Fake(new Translation.Translated("red circle"));
  }

  private static Fake hanging() {
    return new Fake(new Translation.Failed(Reason.TIMEOUT, "no answer within 2000 ms"));
  }

  private static QueryText ask(List<String> languages, When when, Fake fake, String text) {
    try (var queries = QueryTexts.translated("clip", languages, "en", when, fake)) {
      return queries.of(text);
    }
  }

  private static QueryText.Readings readings(
      Language language, String original, String translation) {
    return new QueryText.Readings(
        language,
        original.isEmpty() ? null : original,
        translation.isEmpty() ? null : translation,
        List.of());
  }

  @Test
  void aSpaceThatKnowsTheLanguageGetsTheOriginal() {
    var queries = QueryTexts.untranslated("anmok-mini", BOTH);

    assertThat(queries.of("빨간 원")).isEqualTo(readings(Language.KOREAN, "빨간 원", ""));
    assertThat(queries.of("red circle")).isEqualTo(readings(Language.ENGLISH, "red circle", ""));
    assertThat(queries.of("빨간 circle")).isEqualTo(readings(Language.MIXED, "빨간 circle", ""));
    assertThat(queries.of("🔴 3")).isEqualTo(readings(Language.OTHER, "🔴 3", ""));
  }

  @Test
  void anEnglishSpaceWithoutATranslatorRefusesKorean() {
    var queries = QueryTexts.untranslated("clip", ENGLISH);

    assertThat(queries.of("빨간 원"))
        .isEqualTo(
            new QueryText.Refused(
                Language.KOREAN,
                "the model clip knows English, not Korean; add a translator (section translate of"
                    + " the profile, see docs/translation.md); or search by words (--mode words)"));
    assertThat(queries.of("red circle")).isEqualTo(readings(Language.ENGLISH, "red circle", ""));
  }

  @Test
  void aKoreanSpaceRefusesEnglish() {
    assertThat(QueryTexts.untranslated("koclip", List.of("ko")).of("red"))
        .isInstanceOfSatisfying(
            QueryText.Refused.class,
            refused ->
                assertThat(refused.problem())
                    .startsWith("the model koclip knows Korean, not English"));
  }

  @Test
  void aNeededTranslationTakesTheOriginalsPlace() {
    var fake = good();

    assertThat(ask(ENGLISH, When.NEEDED, fake, "빨간 원"))
        .isEqualTo(readings(Language.KOREAN, "", "red circle"));
    assertThat(ask(ENGLISH, When.NEEDED, fake, "빨간 circle"))
        .isEqualTo(readings(Language.MIXED, "", "red circle"));
    assertThat(fake.asked).containsExactly("ko>en 빨간 원", "ko>en 빨간 circle");
  }

  @Test
  void whatIsNotNeededIsNotAskedFor() {
    var fake = good();

    assertThat(ask(BOTH, When.NEEDED, fake, "빨간 원"))
        .isEqualTo(readings(Language.KOREAN, "빨간 원", ""));
    assertThat(ask(ENGLISH, When.ALWAYS, fake, "red circle"))
        .isEqualTo(readings(Language.ENGLISH, "red circle", ""));
    assertThat(ask(BOTH, When.ALWAYS, fake, "!!")).isEqualTo(readings(Language.OTHER, "!!", ""));
    assertThat(fake.asked).isEmpty();
  }

  @Test
  void alwaysGivesBothReadings() {
    assertThat(ask(BOTH, When.ALWAYS, good(), "빨간 원"))
        .isEqualTo(readings(Language.KOREAN, "빨간 원", "red circle"));
  }

  @Test
  void aFailingTranslatorLeavesTheOriginalAndSaysSo() {
    assertThat(ask(BOTH, When.ALWAYS, hanging(), "빨간 원"))
        .isEqualTo(
            new QueryText.Readings(
                Language.KOREAN,
                "빨간 원",
                null,
                List.of("not translated (timeout): no answer within 2000 ms")));
  }

  @Test
  void aFailingTranslatorLeavesNothingToASpaceThatDoesNotKnowTheOriginal() {
    assertThat(ask(ENGLISH, When.NEEDED, hanging(), "빨간 원"))
        .isEqualTo(
            new QueryText.Refused(
                Language.KOREAN,
                "the model clip knows English, not Korean; not translated (timeout): no answer"
                    + " within 2000 ms; or search by words (--mode words)"));
  }

  @Test
  void ofAMixedQueryTheKnownWordsRemain() {
    var found = (QueryText.Readings) ask(ENGLISH, When.NEEDED, hanging(), "빨간 T-shirt a 흰 dress");

    assertThat(found.original()).contains("T-shirt dress");
    assertThat(found.notes())
        .containsExactly(
            "the model clip knows English, not Korean: only 'T-shirt dress' was searched for by"
                + " meaning",
            "not translated (timeout): no answer within 2000 ms");
    assertThat(QueryTexts.untranslated("clip", ENGLISH).of("빨간 원 B"))
        .as("a single letter is no word")
        .isInstanceOf(QueryText.Refused.class);
  }

  @Test
  void aTranslationToALanguageThatTheSpaceDoesNotKnowIsAMistake() {
    var fake = good();
    assertThatThrownBy(
            () -> QueryTexts.translated("koclip", List.of("ko"), "en", When.NEEDED, fake))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("the model koclip knows ko");
  }
}
