package dev.anmok.app.train;

import dev.anmok.app.feedback.CategoryReports;
import dev.anmok.app.source.LeafLabels;
import dev.anmok.core.classify.Taxonomy;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// Labels of a file together with the categories that people named where they found a wrong one.
///
/// @param rows all labels; where both speak of a photo, what people reported
/// @param reported how many of them were reported
/// @param unknown reported categories that are no leaves, and are left out
public record ReportedLabels(List<LeafLabels.Row> rows, int reported, Set<String> unknown) {
  /// Adds reports to the labels of a file.
  public static ReportedLabels added(
      List<LeafLabels.Row> file, List<CategoryReports.Labelled> reports, Taxonomy taxonomy) {
    var rows = new LinkedHashMap<String, LeafLabels.Row>();
    file.forEach(row -> rows.put(row.uri(), row));
    int reported = 0;
    var unknown = new TreeSet<String>();
    for (var report : reports) {
      var path = taxonomy.find(report.category()).orElse("");
      if (path.isEmpty() || !Taxonomy.isLeaf(path)) {
        unknown.add(report.category());
      } else {
        var uri = report.photo().uri();
        var before = rows.get(uri);
        var group = before == null ? report.photo().item() : before.group();
        rows.put(uri, new LeafLabels.Row(uri, path, group, 0));
        reported++;
      }
    }
    return new ReportedLabels(List.copyOf(rows.values()), reported, unknown);
  }
}
