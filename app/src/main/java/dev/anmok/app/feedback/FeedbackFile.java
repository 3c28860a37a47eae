package dev.anmok.app.feedback;

import dev.anmok.core.pipeline.Feedback;
import dev.anmok.core.pipeline.FeedbackLog;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// Feedback as a file of one JSON object a line, in UTF-8, each as [FeedbackJson] has it and with
/// its time.
///
/// @param file the file
public record FeedbackFile(Path file) {
  private static final int BATCH = 1_000;
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  /// What came of storing a file.
  ///
  /// @param rows lines with feedback
  /// @param changed how many of them were not stored already
  public record Stored(long rows, long changed) {}

  private record Row(long line, Feedback feedback) {}

  private interface Sink {
    void batch(List<Row> rows) throws IOException;
  }

  /// Stores what the file says. All lines are read before anything is stored; then batches are
  /// stored one by one, so that after a failure the file can be stored again as a whole.
  ///
  /// @throws IOException naming the line that is wrong
  public Stored store(FeedbackLog log) throws IOException {
    read(batch -> {});
    var counts = new long[2];
    read(batch -> {
      counts[0] += batch.size();
      counts[1] += store(log, batch);
    });
    return new Stored(counts[0], counts[1]);
  }

  private long store(FeedbackLog log, List<Row> batch) throws IOException {
    try {
      return log.store(batch.stream().map(Row::feedback).toList());
    } catch (IllegalArgumentException e) {
      return oneByOne(log, batch);
    }
  }

  /// Finds the line of something that is not known.
  private long oneByOne(FeedbackLog log, List<Row> batch) throws IOException {
    long changed = 0;
    for (var row : batch) {
      try {
        changed += log.store(List.of(row.feedback));
      } catch (IllegalArgumentException e) {
        throw new IOException(
            "%s line %d: %s; the lines before it are stored, and storing them again changes nothing"
                .formatted(file, row.line, e.getMessage()),
            e);
      }
    }
    return changed;
  }

  private void read(Sink sink) throws IOException {
    try (var lines = Files.newBufferedReader(file)) {
      read(lines, sink);
    } catch (NoSuchFileException e) {
      throw new IOException(file + ": there is no such file", e);
    } catch (CharacterCodingException e) {
      throw new IOException(file + ": not UTF-8 text", e);
    }
  }

  private void read(BufferedReader lines, Sink sink) throws IOException {
    var batch = new ArrayList<Row>();
    long number = 0;
    for (var line = lines.readLine(); line != null; line = lines.readLine()) {
      number++;
      if (!line.isBlank()) {
        batch.add(new Row(number, parse(line, number)));
      }
      if (batch.size() == BATCH) {
        sink.batch(batch);
        batch.clear();
      }
    }
    sink.batch(batch);
  }

  private Feedback parse(String line, long number) throws IOException {
    try {
      if (JSON.readValue(line, Object.class) instanceof Map<?, ?> map) {
        var object = new LinkedHashMap<String, Object>();
        map.forEach((key, value) -> object.put(String.valueOf(key), value));
        return FeedbackJson.parse(object, Optional.empty());
      }
      throw new IllegalArgumentException("expected one JSON object");
    } catch (JacksonException e) {
      var what = String.valueOf(e.getOriginalMessage()).lines().findFirst().orElse("");
      throw new IOException(file + " line " + number + ": not valid JSON: " + what, e);
    } catch (IllegalArgumentException e) {
      throw new IOException(file + " line " + number + ": " + e.getMessage(), e);
    }
  }

  /// One line of such a file.
  public static String line(Feedback row) {
    return JSON.writeValueAsString(FeedbackJson.of(row));
  }
}
