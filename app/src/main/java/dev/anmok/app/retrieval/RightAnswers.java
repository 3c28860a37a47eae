package dev.anmok.app.retrieval;

import dev.anmok.app.source.LabelledQuery;
import dev.anmok.app.workspace.Session;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/// Finds the items that labelled queries name. Memory: the ids of all items.
final class RightAnswers {
  private static final int NAMED = 5;

  private final Session session;
  private final TreeSet<String> items = new TreeSet<>();
  private final List<String> unknown = new ArrayList<>();

  private RightAnswers(Session session) throws IOException {
    this.session = session;
    try (var all = session.workspace().catalog().allItems()) {
      all.forEach(item -> items.add(item.id()));
    }
  }

  /// The grades of the right items of each query, in the queries' order.
  ///
  /// @throws IOException if an item or a photo is not in the workspace
  static List<Map<String, Double>> of(Session session, List<LabelledQuery> queries, Path file)
      throws IOException {
    var answers = new RightAnswers(session);
    var all = new ArrayList<Map<String, Double>>();
    for (var query : queries) {
      all.add(answers.grades(query));
    }
    if (!answers.unknown.isEmpty()) {
      int count = answers.unknown.size();
      throw new IOException(
          "%s: %d right answers are not in the workspace %s: %s%s; --skip-unknown leaves them out"
              .formatted(
                  file,
                  count,
                  session.workspace().folder(),
                  String.join(", ", answers.unknown.subList(0, Math.min(NAMED, count))),
                  count > NAMED ? ", …" : ""));
    }
    return all;
  }

  /// The same without those that are not in the workspace. A query that loses all its answers is
  /// one for something absent.
  static List<Map<String, Double>> present(Session session, List<LabelledQuery> queries)
      throws IOException {
    var answers = new RightAnswers(session);
    var all = new ArrayList<Map<String, Double>>();
    for (var query : queries) {
      all.add(answers.grades(query));
    }
    return all;
  }

  private Map<String, Double> grades(LabelledQuery query) throws IOException {
    var grades = new LinkedHashMap<String, Double>();
    for (var each : query.relevant().entrySet()) {
      var found = find(each.getKey());
      if (found.isEmpty()) {
        unknown.add("'" + each.getKey() + "' (line " + query.line() + ")");
      }
      found.forEach(item -> grades.merge(item, each.getValue(), Math::max));
    }
    return grades;
  }

  private List<String> find(String name) throws IOException {
    if (name.endsWith("*")) {
      var prefix = name.substring(0, name.length() - 1);
      return List.copyOf(items.subSet(prefix, prefix + Character.MAX_VALUE));
    }
    if (items.contains(name)) {
      return List.of(name);
    }
    return session
        .workspace()
        .catalog()
        .placed(name, session.pack().space())
        .filter(photo -> !photo.item().isEmpty())
        .map(photo -> List.of(photo.item()))
        .orElse(List.of());
  }
}
