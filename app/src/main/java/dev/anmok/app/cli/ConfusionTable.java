package dev.anmok.app.cli;

import dev.anmok.core.evaluate.ConfusionMatrix;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A confusion matrix for people: rows are what the labels say, columns what was answered, by
/// number.
final class ConfusionTable {
  private ConfusionTable() {}

  static void print(ConfusionMatrix confusion, PrintStream out) {
    var classes = confusion.classes();
    var header = new ArrayList<String>(List.of("", "is \\ taken for"));
    for (int i = 0; i < classes.size(); i++) {
      header.add("" + (i + 1));
    }
    var table = new Table(header.toArray(String[]::new));
    for (int i = 0; i < classes.size(); i++) {
      var row = new ArrayList<Object>(List.of(i + 1, classes.get(i)));
      for (var predicted : classes) {
        long count = confusion.count(classes.get(i), predicted);
        row.add(count == 0 ? "." : count);
      }
      table.row(row.toArray());
    }
    table.print(out);
  }

  /// For each class, how often it was taken for which.
  static Map<String, Map<String, Long>> json(ConfusionMatrix confusion) {
    var json = new LinkedHashMap<String, Map<String, Long>>();
    for (var actual : confusion.classes()) {
      var taken = new LinkedHashMap<String, Long>();
      for (var predicted : confusion.classes()) {
        long count = confusion.count(actual, predicted);
        if (count > 0) {
          taken.put(predicted, count);
        }
      }
      json.put(actual, taken);
    }
    return json;
  }
}
