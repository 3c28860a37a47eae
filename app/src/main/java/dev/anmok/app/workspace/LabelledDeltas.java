package dev.anmok.app.workspace;

import dev.anmok.app.source.LabelFile;
import dev.anmok.core.evaluate.LabelledScore;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Deltas of photos that a person labelled.
///
/// @param labelled deltas with what the person said
/// @param missing number of labelled photos that the workspace does not have
public record LabelledDeltas(List<LabelledScore> labelled, int missing) {
  /// Reads a CSV file with the columns `uri` (relative to the file, or absolute) and `label`.
  ///
  /// @throws IOException if a column is missing, a label is not known, one photo has two different
  ///   labels, or only one kind of label is there
  public static LabelledDeltas read(Path file, TuneJob job) throws IOException {
    var labels = LabelFile.read(file);
    var found = new ArrayList<LabelledScore>();
    try (var photos = job.catalog().photos(job.space())) {
      photos
          .filter(photo -> labels.containsKey(photo.uri()))
          .forEach(photo ->
              found.add(
                  new LabelledScore(
                      job.scorer().score(photo.embedding()).delta(),
                      Boolean.TRUE.equals(labels.get(photo.uri())))));
    }
    boolean good = found.stream().anyMatch(LabelledScore::wanted);
    boolean bad = found.stream().anyMatch(label -> !label.wanted());
    if (!good || !bad) {
      throw new IOException(
          file
              + ": needs good and bad photos that are in the workspace, found only "
              + (good ? "good" : bad ? "bad" : "none"));
    }
    return new LabelledDeltas(found, labels.size() - found.size());
  }
}
