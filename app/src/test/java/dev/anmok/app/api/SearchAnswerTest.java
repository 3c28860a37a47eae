package dev.anmok.app.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SearchAnswerTest {
  @Test
  void isReadAsItWasWritten() {
    var answer = new SearchAnswer(Map.of("Anmok-More", "true"), "[{\"title\":\"a: b\\n\"}]");
    assertThat(SearchAnswer.parse(answer.bytes())).contains(answer);
    var bare = new SearchAnswer(Map.of(), "[]");
    assertThat(SearchAnswer.parse(bare.bytes())).contains(bare);
  }

  @Test
  void anythingElseIsNoAnswer() {
    for (var text : new String[] {"", "x", "no colon\n\n[]", "Anmok-More: true\n", ": x\n\n[]"}) {
      assertThat(SearchAnswer.parse(text.getBytes(StandardCharsets.UTF_8))).as(text).isEmpty();
    }
  }
}
