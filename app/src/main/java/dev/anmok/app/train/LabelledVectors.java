package dev.anmok.app.train;

import dev.anmok.app.category.SightReader;
import dev.anmok.app.category.SightReader.Look;
import dev.anmok.app.source.LeafLabels;
import dev.anmok.core.classify.Sight;
import dev.anmok.core.image.Reason;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;

/// Photos that people put into leaves, one for each SHA-256, as classifiers see them. Holds what is
/// made of each photo, and no picture.
///
/// @param rows the photos, in the file's order
/// @param missing URIs that are neither in the workspace nor on the disk
/// @param rejected one line for each file that no picture came of
/// @param copies rows that were one photo with an earlier row
public record LabelledVectors<T>(
    List<Row<T>> rows, List<String> missing, List<String> rejected, int copies) {
  /// A photo.
  ///
  /// @param path its leaf
  /// @param group photos of one group belong together; its own digest where none was given
  /// @param seen what was made of it
  public record Row<T>(String uri, String path, String group, T seen) {}

  /// Makes something of a photo, so that its picture need not be held.
  public interface Making<T> {
    T of(Sight sight);
  }

  /// Looks at each photo, on all processors. What people reported of a photo goes before what is
  /// said of a copy of it.
  ///
  /// @throws IOException if one photo stands under two names with two labels
  public static <T> LabelledVectors<T> find(
      List<LeafLabels.Row> labels, SightReader reader, Making<T> making) throws IOException {
    List<Seen<T>> looks;
    try {
      looks =
          labels.parallelStream() // keeps their order
              .map(row -> seen(row, reader, making))
              .toList();
    } catch (UncheckedIOException e) {
      throw new IOException(e.getMessage(), e);
    }
    var rows = new ArrayList<Row<T>>();
    var missing = new ArrayList<String>();
    var rejected = new ArrayList<String>();
    var first = new HashMap<String, LeafLabels.Row>();
    int copies = 0;
    for (var seen : looks) {
      var row = seen.row();
      switch (seen) {
        case Seen.Rejected(_, var reason, _) when reason == Reason.MISSING ->
            missing.add(row.uri());
        case Seen.Rejected(_, var reason, var detail) ->
            rejected.add(row.uri() + ": " + reason.code() + ": " + detail);
        case Seen.Made(_, var sha256, T made) -> {
          var before = first.putIfAbsent(sha256, row);
          if (before == null) {
            var group = row.group().isEmpty() ? sha256 : row.group();
            rows.add(new Row<>(row.uri(), row.path(), group, made));
          } else if (before.path().equals(row.path()) || before.line() == ReportedLabels.REPORTED) {
            copies++;
          } else {
            throw new IOException(
                row.uri()
                    + ": the same photo as "
                    + before.uri()
                    + ", but labelled '"
                    + row.path()
                    + "' and not '"
                    + before.path()
                    + "'");
          }
        }
      }
    }
    return new LabelledVectors<>(
        List.copyOf(rows), List.copyOf(missing), List.copyOf(rejected), copies);
  }

  /// What is kept of a photo that was looked at; its picture is not.
  private sealed interface Seen<T> {
    LeafLabels.Row row();

    record Made<T>(LeafLabels.Row row, String sha256, T made) implements Seen<T> {}

    record Rejected<T>(LeafLabels.Row row, Reason reason, String detail) implements Seen<T> {}
  }

  private static <T> Seen<T> seen(LeafLabels.Row row, SightReader reader, Making<T> making) {
    try {
      return switch (reader.look(row.uri())) {
        case Look.Ready(var sha256, var sight) -> new Seen.Made<>(row, sha256, making.of(sight));
        case Look.Rejected(var reason, var detail) -> new Seen.Rejected<>(row, reason, detail);
      };
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
