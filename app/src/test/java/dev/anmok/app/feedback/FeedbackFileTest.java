package dev.anmok.app.feedback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.anmok.core.pipeline.Feedback;
import dev.anmok.core.pipeline.FeedbackKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FeedbackFileTest {
  private static final String LIKED =
      "{\"kind\":\"liked\",\"at\":\"2026-03-01T12:00:00Z\",\"person\":\"kim\",\"item\":\"%s\"}";

  @TempDir Path folder;
  private final List<Feedback> stored = new ArrayList<>();

  /// Knows every item but z.
  private final FakeLog log =
      new FakeLog(rows -> {
        if (rows.stream().anyMatch(row -> row.item().equals("z"))) {
          throw new IllegalArgumentException("there is no item z");
        }
        stored.addAll(rows);
      });

  private FeedbackFile file(String... lines) throws IOException {
    return new FeedbackFile(Files.write(folder.resolve("f.jsonl"), List.of(lines)));
  }

  private void refused(FeedbackFile file, String... what) {
    assertThatThrownBy(() -> file.store(log))
        .isInstanceOf(IOException.class)
        .message()
        .contains(what);
  }

  @Test
  void storesEveryLine() throws IOException {
    var result = file(LIKED.formatted("a"), "", LIKED.formatted("b")).store(log);

    assertThat(result).isEqualTo(new FeedbackFile.Stored(2, 2));
    assertThat(stored).extracting(Feedback::item).containsExactly("a", "b");
  }

  @Test
  void aBrokenLineIsNamedBeforeAnythingIsStored() throws IOException {
    refused(file(LIKED.formatted("a"), "{\"kind\":"), "f.jsonl line 2: not valid JSON");
    refused(file(LIKED.formatted("a"), "[1]"), "line 2: expected one JSON object");
    refused(file("{\"kind\":\"loved\"}"), "line 1: kind must be one of", "was 'loved'");
    refused(file("{\"kind\":\"liked\",\"item\":\"a\"}"), "line 1: the key 'at' is missing");
    refused(file("{\"kind\":\"liked\",\"at\":\"noon\"}"), "line 1: at must be a time");
    refused(file("{\"kind\":\"liked\",\"who\":\"a\"}"), "line 1: unknown key 'who'");
    refused(file("{\"kind\":1}"), "line 1: kind must be a text");
    var endless = LIKED.formatted("a").replace("kim", "k".repeat(10_000));
    refused(file(endless), "line 1: person may have at most 128 characters, had 10000");
    refused(new FeedbackFile(folder.resolve("absent.jsonl")), "there is no such file");
    Files.write(folder.resolve("f.jsonl"), new byte[] {(byte) 0xC3, 0x28});
    refused(new FeedbackFile(folder.resolve("f.jsonl")), "not UTF-8");
    assertThat(stored).isEmpty();
  }

  @Test
  void anUnknownItemIsNamedWithItsLine() throws IOException {
    refused(
        file(LIKED.formatted("a"), LIKED.formatted("z"), LIKED.formatted("b")),
        "line 2: there is no item z");
    assertThat(stored).extracting(Feedback::item).containsExactly("a");
  }

  @Test
  void linesAreReadAsTheyWereWritten() {
    var row =
        new Feedback(
            FeedbackKind.SHOWN,
            Instant.parse("2026-03-01T12:00:00.125Z"),
            "김",
            "s",
            "a1",
            "item \"1\"",
            "0".repeat(64),
            3,
            0.1 + 0.2,
            "");
    assertThat(FeedbackJson.parse(FeedbackJson.of(row), Optional.empty())).isEqualTo(row);
    assertThat(FeedbackFile.line(row)).contains("\"score\":0.30000000000000004");
  }
}
