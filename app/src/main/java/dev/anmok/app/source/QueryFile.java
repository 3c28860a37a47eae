package dev.anmok.app.source;

import dev.anmok.core.search.TextQuery;
import dev.anmok.core.text.Language;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Queries with their right answers, in UTF-8: a CSV file with the columns `query` and `relevant`,
/// or a file of one JSON object a line with these keys.
///
/// `relevant` holds ids of items or URIs of photos, parted by `|` (in JSON also a list); `id^2`
/// counts twice as much as `id`; `clothing/Hat/*` stands for all items whose ids begin so; empty
/// means that nothing in the collection fits. Further columns: `image` (a query photo, its path
/// relative to the file), `language` (else told from the letters) and `part` (such as `tune`).
public final class QueryFile {
  private static final Set<String> KNOWN = Set.of("query", "relevant", "image", "language", "part");

  private final Path file;
  private final List<LabelledQuery> queries = new ArrayList<>();
  private final Map<String, Long> seen = new HashMap<>();

  private QueryFile(Path file) {
    this.file = file;
  }

  /// Reads the file, in its order.
  ///
  /// @throws IOException if there is no such file, it is not UTF-8, not CSV or JSON, has no
  ///   queries, a query twice, or a row that has neither words nor a photo
  public static List<LabelledQuery> read(Path file) throws IOException {
    var reading = new QueryFile(file);
    var name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
    if (name.endsWith(".jsonl")) {
      reading.json();
    } else {
      CsvRows.read(file, reading::take);
    }
    if (reading.queries.isEmpty()) {
      throw new IOException(file + ": no queries in it");
    }
    return List.copyOf(reading.queries);
  }

  private void take(CsvRow row) throws IOException {
    row.field("query");
    row.field("relevant");
    add(row.line(), column -> row.find(column).orElse(""));
  }

  private void json() throws IOException {
    var mapper = new JsonMapper();
    try (var reader = Utf8.open(file)) {
      long number = 0;
      for (var line = reader.readLine(); line != null; line = reader.readLine()) {
        number++;
        if (!line.isBlank()) {
          var values = values(number, mapper, line);
          add(number, key -> values.getOrDefault(key, ""));
        }
      }
    } catch (java.nio.charset.CharacterCodingException e) {
      throw Utf8.notUtf8(file, e);
    }
  }

  private Map<String, String> values(long number, JsonMapper mapper, String line)
      throws IOException {
    try {
      var object = mapper.readTree(line);
      var values = new LinkedHashMap<String, String>();
      for (var property : object.properties()) {
        if (!KNOWN.contains(property.getKey())) {
          throw problem(number, "unknown key '" + property.getKey() + "'; known: " + known());
        }
        values.put(property.getKey(), text(property.getValue()));
      }
      if (!values.containsKey("relevant")) {
        throw problem(number, "there is no 'relevant'; write \"\" where nothing fits");
      }
      return values;
    } catch (JacksonException e) {
      throw new IOException(
          file + " line " + number + ": not valid JSON: " + e.getOriginalMessage(), e);
    }
  }

  private static String known() {
    return String.join(", ", KNOWN.stream().sorted().toList());
  }

  private static String text(JsonNode value) {
    if (value.isArray()) {
      var ids = new ArrayList<String>();
      value.forEach(id -> ids.add(id.asString()));
      return String.join("|", ids);
    }
    return value.isNull() ? "" : value.asString();
  }

  private void add(long line, UnaryOperator<String> field) throws IOException {
    var text = field.apply("query").strip();
    var image = field.apply("image").strip();
    if (text.isEmpty() && image.isEmpty()) {
      throw problem(line, "a query needs words or an image");
    }
    if (text.length() > TextQuery.MAX_LENGTH) {
      throw problem(line, "a query may have at most " + TextQuery.MAX_LENGTH + " characters");
    }
    var before = seen.putIfAbsent(text + "\n" + image, line);
    if (before != null) {
      throw problem(line, "the same query as in line " + before);
    }
    var given = field.apply("language").strip();
    queries.add(
        new LabelledQuery(
            line,
            text,
            image.isEmpty() ? Optional.empty() : Optional.of(photo(line, image)),
            given.isEmpty() ? language(text) : given,
            field.apply("part").strip(),
            relevant(line, field.apply("relevant"))));
  }

  private String photo(long line, String image) throws IOException {
    try {
      return PhotoPlace.in(PhotoPlace.besides(file).toAbsolutePath(), image);
    } catch (IllegalArgumentException e) {
      throw problem(line, String.valueOf(e.getMessage()));
    }
  }

  private static String language(String text) {
    if (text.isEmpty()) {
      return "photo";
    }
    return switch (Language.of(text)) {
      case KOREAN -> "ko";
      case ENGLISH -> "en";
      case MIXED -> "mixed";
      case OTHER -> "other";
    };
  }

  private Map<String, Double> relevant(long line, String field) throws IOException {
    var grades = new LinkedHashMap<String, Double>();
    var twice = new HashSet<String>();
    for (var each : field.split("\\|", -1)) {
      var id = each.strip();
      if (id.isEmpty()) {
        continue;
      }
      double grade = 1;
      int mark = id.lastIndexOf('^');
      if (mark >= 0) {
        grade = grade(line, id.substring(mark + 1));
        id = id.substring(0, mark);
      }
      if (grades.put(id, grade) != null && twice.add(id)) {
        throw problem(line, "'" + id + "' stands twice in relevant");
      }
    }
    return grades;
  }

  private double grade(long line, String text) throws IOException {
    try {
      double grade = Double.parseDouble(text);
      if (grade > 0 && grade <= 1_000) {
        return grade;
      }
    } catch (NumberFormatException e) {
      throw problem(line, "a grade after ^ must be a number above 0, was '" + text + "'");
    }
    throw problem(line, "a grade after ^ must be above 0 and at most 1000, was '" + text + "'");
  }

  private IOException problem(long line, String what) {
    return new IOException(file + " line " + line + ": " + what);
  }
}
