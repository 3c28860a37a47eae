package dev.anmok.app.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.anmok.app.job.JobState;
import dev.anmok.core.curate.ItemReason;
import dev.anmok.core.curate.PhotoReason;
import dev.anmok.core.image.Reason;
import java.io.IOException;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The words of the server's codes, which pages show as they are where they have none.
class TextsTest {
  private static final List<String> KINDS =
      List.of("ingest", "curate", "albums", "reembed", "switch");
  private static final List<String> RESULTS =
      List.of(
          "photos",
          "new",
          "known",
          "skipped",
          "rejected",
          "folded",
          "items",
          "threshold",
          "embedded",
          "failed",
          "missing");

  private static JsonNode texts(String language) throws IOException {
    try (var in = UiFiles.class.getResourceAsStream("text/" + language + ".json")) {
      return new JsonMapper().readTree(in);
    }
  }

  private static <T> List<String> codes(T[] all, Function<T, String> code) {
    return Stream.of(all).map(code).toList();
  }

  @ParameterizedTest
  @ValueSource(strings = {"ko", "en"})
  void everyCodeOfTheServerHasWords(String language) throws IOException {
    var texts = texts(language);
    var items = codes(ItemReason.values(), ItemReason::code);
    var curate = texts.get("curate");
    assertThat(curate.get("item").propertyNames()).containsAll(items);
    assertThat(curate.get("item-why").propertyNames()).containsAll(items);
    assertThat(curate.get("photo").propertyNames())
        .containsAll(codes(PhotoReason.values(), PhotoReason::code));
    assertThat(texts.get("reason").propertyNames())
        .containsAll(codes(Reason.values(), Reason::code));
    assertThat(texts.get("job-state").propertyNames())
        .containsAll(codes(JobState.values(), JobState::code));
    assertThat(texts.get("job-kind").propertyNames()).containsAll(KINDS);
    assertThat(texts.get("job-result").propertyNames()).containsAll(RESULTS);
  }
}
