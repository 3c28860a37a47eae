package dev.anmok.app.train;

import dev.anmok.app.feedback.CategoryReports;
import dev.anmok.app.source.LeafLabels;
import dev.anmok.core.classify.Taxonomy;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// Labels of a file together with the categories that people named where they found a wrong one.
///
/// @param rows all labels, those reported first; where both speak of a URI, what people reported
/// @param reported how many of them were reported
/// @param unknown reported categories that are no leaves, and are left out
public record ReportedLabels(List<LeafLabels.Row> rows, int reported, Set<String> unknown) {
  /// The line of a row that stands in no file.
  static final int REPORTED = 0;

  /// Adds reports to the labels of a file.
  public static ReportedLabels added(
      List<LeafLabels.Row> file, List<CategoryReports.Labelled> reports, Taxonomy taxonomy) {
    var groups = new HashMap<String, String>();
    file.forEach(row -> groups.put(row.uri(), row.group()));
    var rows = new LinkedHashMap<String, LeafLabels.Row>();
    int reported = 0;
    var unknown = new TreeSet<String>();
    for (var report : reports) {
      var path = taxonomy.find(report.category()).orElse("");
      if (path.isEmpty() || !Taxonomy.isLeaf(path)) {
        unknown.add(report.category());
      } else {
        var uri = report.photo().uri();
        var group = groups.getOrDefault(uri, report.photo().item());
        rows.put(uri, new LeafLabels.Row(uri, path, group, REPORTED));
        reported++;
      }
    }
    file.forEach(row -> rows.putIfAbsent(row.uri(), row));
    return new ReportedLabels(List.copyOf(rows.values()), reported, unknown);
  }
}
