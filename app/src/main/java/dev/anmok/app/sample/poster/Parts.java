package dev.anmok.app.sample.poster;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The hand-written pieces that titles and stories are put together from, each in Korean and
/// English: `poster-parts.tsv` with the columns `of` (a genre or what a poster shows), `kind`, `ko`
/// and `en`.
final class Parts {
  private final Map<String, List<Part>> parts = new HashMap<>();

  /// The same in two languages.
  record Part(String korean, String english) {}

  private Parts() {}

  static Parts read() throws IOException {
    var all = new Parts();
    for (var row : rows("poster-parts.tsv")) {
      all.parts
          .computeIfAbsent(row.get(0) + " " + row.get(1), key -> new ArrayList<>())
          .add(new Part(row.get(2), row.get(3)));
    }
    return all;
  }

  /// The pieces of a kind, none if there are none.
  List<Part> of(String subject, String kind) {
    return parts.getOrDefault(subject + " " + kind, List.of());
  }

  /// The rows of a table that comes with the program, without its first.
  static List<List<String>> rows(String name) throws IOException {
    try (var in = Parts.class.getResourceAsStream("/sample/" + name)) {
      if (in == null) {
        throw new IllegalStateException("the table " + name + " is not there");
      }
      var reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
      return reader.lines().skip(1).map(line -> List.of(line.split("\t", -1))).toList();
    }
  }
}
