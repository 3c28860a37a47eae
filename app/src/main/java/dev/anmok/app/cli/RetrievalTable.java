package dev.anmok.app.cli;

import dev.anmok.core.evaluate.Interval;
import dev.anmok.core.evaluate.MatchFigures;
import dev.anmok.core.evaluate.Proportion;
import dev.anmok.core.evaluate.RankedAnswer;
import dev.anmok.core.evaluate.RetrievalFigures;
import dev.anmok.core.search.MatchStrength;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Figures of retrieval, one row a method and language.
final class RetrievalTable {
  private final Console console;
  private final int depth;
  private final List<Row> rows = new ArrayList<>();

  private record Row(
      String method, String language, RetrievalFigures found, MatchFigures matches) {}

  /// @param depth hits of each answer whose strength counts
  RetrievalTable(Console console, int depth) {
    this.console = console;
    this.depth = depth;
  }

  void add(String method, String language, List<RankedAnswer> answers) {
    rows.add(
        new Row(method, language, RetrievalFigures.of(answers), MatchFigures.of(answers, depth)));
  }

  void print(Format format) {
    if (format == Format.JSON) {
      try (var json = new JsonResult(console.out())) {
        rows.forEach(row -> json.add(json(row)));
      }
      return;
    }
    printFound();
    if (rows.stream().anyMatch(row -> judged(row.matches))) {
      console.print("");
      printMatches();
    }
  }

  /// The rows, as JSON.
  List<Map<String, Object>> json() {
    return rows.stream().map(RetrievalTable::json).toList();
  }

  private void printFound() {
    var table =
        new Table(
            "method",
            "language",
            "queries",
            "success@1",
            "@5",
            "@10",
            "recall@1",
            "@5",
            "@10",
            "MRR",
            "nDCG@10");
    for (var row : rows) {
      if (row.found.queries() > 0) {
        var cells = new ArrayList<Object>(List.of(row.method, row.language, row.found.queries()));
        row.found.success().values().forEach(share -> cells.add(share(share)));
        row.found.recall().values().forEach(mean -> cells.add(number(mean.value())));
        cells.add(interval(row.found.reciprocalRank()));
        cells.add(interval(row.found.discountedGain()));
        table.row(cells.toArray());
      }
    }
    table.print(console.out());
  }

  /// Sentence pairs have no strengths: all their hits are said to be fair.
  private static boolean judged(MatchFigures figures) {
    return figures.absentRefused().trials() > 0
        || figures.precision().entrySet().stream()
            .anyMatch(each -> each.getKey() != MatchStrength.FAIR && each.getValue().trials() > 0);
  }

  private void printMatches() {
    var table =
        new Table(
            "method",
            "language",
            "strong is right",
            "fair is right",
            "weak is right",
            "absent: no good match",
            "present: no good match");
    for (var row : rows) {
      var cells = new ArrayList<Object>(List.of(row.method, row.language));
      row.matches.precision().values().forEach(share -> cells.add(Shares.show(share)));
      cells.add(Shares.show(row.matches.absentRefused()));
      cells.add(Shares.show(row.matches.presentRefused()));
      table.row(cells.toArray());
    }
    table.print(console.out());
  }

  private static Map<String, Object> json(Row row) {
    var json = new LinkedHashMap<String, Object>();
    json.put("method", row.method);
    json.put("language", row.language);
    json.put("queries", row.found.queries());
    if (row.found.queries() > 0) {
      row.found.success().forEach((k, share) -> json.put("success_at_" + k, json(share)));
      row.found.recall().forEach((k, mean) -> json.put("recall_at_" + k, json(mean)));
      json.put("mrr", json(row.found.reciprocalRank()));
      json.put("ndcg_at_10", json(row.found.discountedGain()));
    }
    row.matches
        .precision()
        .forEach((strength, share) -> json.put(strength.code() + "_is_right", json(share)));
    json.put("absent_no_good_match", json(row.matches.absentRefused()));
    json.put("present_no_good_match", json(row.matches.presentRefused()));
    return json;
  }

  private static Map<String, Object> json(Proportion share) {
    var json = new LinkedHashMap<String, Object>();
    if (share.trials() > 0) {
      json.put("share", share.share());
      json.put("low", share.low());
      json.put("high", share.high());
    }
    json.put("right", share.successes());
    json.put("of", share.trials());
    return json;
  }

  private static Map<String, Object> json(Interval mean) {
    var json = new LinkedHashMap<String, Object>();
    json.put("value", mean.value());
    json.put("low", mean.low());
    json.put("high", mean.high());
    return json;
  }

  private static String share(Proportion share) {
    return String.format(
        Locale.ROOT, "%.3f (%.2f..%.2f)", share.share(), share.low(), share.high());
  }

  private static String interval(Interval mean) {
    return String.format(Locale.ROOT, "%.3f (%.2f..%.2f)", mean.value(), mean.low(), mean.high());
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.3f", value);
  }
}
