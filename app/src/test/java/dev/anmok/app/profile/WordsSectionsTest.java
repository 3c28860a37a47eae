package dev.anmok.app.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordsSectionsTest {
  private static final String SMALL =
      """
      name: small
      lens: {name: mood, positive: [a room], negative: [a cake]}
      curate: {keep: 3}
      """;

  private static Words read(String sections) throws IOException {
    return Profiles.parse("small.yaml", SMALL + sections).words();
  }

  @Test
  void aProfileWithoutSectionsTranslatesAndCaptionsNothing() throws IOException {
    assertThat(read("")).isEqualTo(Words.NONE);
  }

  @Test
  void readsAPackAndAService() throws IOException {
    var words =
        read(
            """
            translate: {to: en, with: opus-ko-en, when: always}
            captions:
              endpoint: {url: "http://127.0.0.1:8000/v1", model: vlm, key-env: VLM_KEY}
            """);

    assertThat(words.translation())
        .contains(new Words.Translation("en", new Words.By.Pack("opus-ko-en"), Words.When.ALWAYS));
    assertThat(words.captioner())
        .contains(
            new Words.By.Service(
                new Endpoint(
                    URI.create("http://127.0.0.1:8000/v1"),
                    "vlm",
                    "VLM_KEY",
                    Duration.ofSeconds(60))));
  }

  @Test
  void aQueryHasTwoSecondsUnlessTheProfileSaysOtherwise() throws IOException {
    var words = read("translate: {endpoint: {url: 'https://a.example/v1', model: m}}\n");

    assertThat(words.translation().orElseThrow())
        .isEqualTo(
            new Words.Translation(
                "en",
                new Words.By.Service(
                    new Endpoint(
                        URI.create("https://a.example/v1"), "m", "", Duration.ofSeconds(2))),
                Words.When.NEEDED));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "translate: {with: a, endpoint: {url: 'http://a', model: m}}|either 'with'",
        "translate: {to: en}|either 'with'",
        "translate: {with: a, to: English}|'to' must be an ISO 639-1 code",
        "translate: {with: a, when: often}|'when' must be one of always, needed, never",
        "translate: {with: a, key: x}|unknown key 'key'",
        "captions: {endpoint: {url: 'http://a'}}|the key 'model' is missing",
        "captions: {endpoint: {url: 'ftp://a', model: m}}|url must be an http or https address",
        "captions: {endpoint: {url: 'http://u:p@a', model: m}}|url must not hold a user",
        "captions: {endpoint: {url: 'http://a?key=1', model: m}}|url must not hold a user",
        "captions: {endpoint: {url: 'http://a', model: m, key-env: sk-1}}|'key-env' must be the name",
        "captions: {endpoint: {url: 'http://a', model: m, timeout-ms: 0}}|timeout-ms must be over 0",
      })
  void whatIsWrongIsNamedWithItsLine(String section, String problem) {
    assertThatThrownBy(() -> read(section + "\n"))
        .isInstanceOf(IOException.class)
        .hasMessageStartingWith("profile small.yaml line 4")
        .hasMessageContaining(problem);
  }
}
