package dev.anmok.app.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.anmok.core.curate.ItemReason;
import dev.anmok.core.curate.PhotoReason;
import dev.anmok.core.image.Reason;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class WordsTest {
  private final Words words = Words.load();

  @Test
  void bothLanguagesHaveTheSamePhrases() {
    assertThat(words.table(Language.KO).keySet()).isEqualTo(words.table(Language.EN).keySet());
  }

  @Test
  void bothLanguagesUseTheSameArguments() {
    for (var entry : words.table(Language.EN).entrySet()) {
      assertThat(slots(words.table(Language.KO).getOrDefault(entry.getKey(), "")))
          .as(entry.getKey())
          .isEqualTo(slots(entry.getValue()));
    }
  }

  @Test
  void everyReasonIsNamedAndExplained() {
    var codes = new ArrayList<String>();
    Arrays.stream(Reason.values()).map(Reason::code).forEach(codes::add);
    Arrays.stream(PhotoReason.values()).map(PhotoReason::code).forEach(codes::add);
    Arrays.stream(ItemReason.values()).map(ItemReason::code).forEach(codes::add);

    assertThat(codes)
        .allMatch(code -> words.knows("reason." + code))
        .allMatch(code -> words.knows("reason." + code + ".why"));
  }

  @Test
  void aFormIsChosenByTheNumber() throws IOException {
    assertThat(written(words.say("outcomes.items", 1)))
        .isEqualTo("<span lang=\"ko\">항목 1개</span><span lang=\"en\">1 item</span>");
    assertThat(written(words.say("outcomes.items", 1_200))).contains("항목 1,200개", "1,200 items");
  }

  @Test
  void aMethodMayWordThingsOtherwise() throws IOException {
    assertThat(written(Words.of("useful").say("reason.kept.why"))).contains("has useful photos");
    assertThat(written(Words.of("delta").say("reason.kept.why"))).contains("show the mood");
  }

  @Test
  void whatAMethodWordsOtherwiseStandsInForAPhrase() {
    assertThat(words.table(Language.EN).keySet())
        .filteredOn(key -> key.startsWith("useful."))
        .isNotEmpty()
        .allMatch(key -> words.knows(key.substring("useful.".length())));
  }

  @Test
  void argumentsAreEscaped() throws IOException {
    assertThat(written(words.say("made", "<b>"))).contains("&lt;b&gt;").doesNotContain("<b>");
  }

  @Test
  void anUnknownPhraseIsAMistake() {
    assertThatIllegalArgumentException().isThrownBy(() -> words.say("no.such.phrase"));
  }

  private static Set<String> slots(String phrase) {
    var found = new TreeSet<String>();
    Pattern.compile("\\{(\\d)").matcher(phrase).results().forEach(r -> found.add(r.group(1)));
    return found;
  }

  private static String written(Html html) throws IOException {
    var out = new StringBuilder();
    new HtmlWriter(out).write(html);
    return out.toString();
  }
}
