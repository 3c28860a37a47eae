package dev.anmok.app.workspace;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import dev.anmok.core.evaluate.PrecisionThreshold.Labelled;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Deltas of photos that a person labelled.
///
/// @param labelled deltas with what the person said
/// @param missing number of labelled photos that the workspace does not have
public record LabelledDeltas(List<Labelled> labelled, int missing) {
  private static final Set<String> GOOD = Set.of("good", "positive", "1", "true", "yes");
  private static final Set<String> BAD = Set.of("bad", "negative", "0", "false", "no");

  /// Reads a CSV file with the columns `uri` (relative to the file, or absolute) and `label`.
  ///
  /// @throws IOException if a column is missing, a label is not known, one photo has two different
  ///   labels, or only one kind of label is there
  public static LabelledDeltas read(Path file, TuneJob job) throws IOException {
    var labels = labels(file);
    var found = new ArrayList<Labelled>();
    try (var photos = job.catalog().photos(job.space())) {
      photos
          .filter(photo -> labels.containsKey(photo.uri()))
          .forEach(photo ->
              found.add(
                  new Labelled(
                      job.scorer().score(photo.embedding()).delta(),
                      Boolean.TRUE.equals(labels.get(photo.uri())))));
    }
    boolean good = found.stream().anyMatch(Labelled::wanted);
    boolean bad = found.stream().anyMatch(label -> !label.wanted());
    if (!good || !bad) {
      throw new IOException(
          file
              + ": needs good and bad photos that are in the workspace, found only "
              + (good ? "good" : bad ? "bad" : "none"));
    }
    return new LabelledDeltas(found, labels.size() - found.size());
  }

  private static Map<String, Boolean> labels(Path file) throws IOException {
    var labels = new HashMap<String, Boolean>();
    try (var reader = Files.newBufferedReader(file);
        var csv = CsvReader.builder().allowMissingFields(false).ofNamedCsvRecord(reader)) {
      for (var record : csv) {
        var uri = file.toAbsolutePath().resolveSibling(field(file, record, "uri")).normalize();
        var label = label(file, record);
        var before = labels.put(uri.toString(), label);
        if (before != null && before != label) {
          throw new IOException(
              file + " line " + record.getStartingLineNumber() + ": " + uri + " has two labels");
        }
      }
    } catch (CsvParseException e) {
      throw new IOException(file + ": not valid CSV: " + e.getMessage(), e);
    }
    return labels;
  }

  private static boolean label(Path file, NamedCsvRecord record) throws IOException {
    var label = field(file, record, "label");
    if (GOOD.contains(label)) {
      return true;
    }
    if (BAD.contains(label)) {
      return false;
    }
    throw new IOException(
        file
            + " line "
            + record.getStartingLineNumber()
            + ": the label must be good or bad, was '"
            + label
            + "'");
  }

  private static String field(Path file, NamedCsvRecord record, String column) throws IOException {
    return record
        .findField(column)
        .orElseThrow(() ->
            new IOException(
                file
                    + ": there is no column '"
                    + column
                    + "'; its columns are "
                    + String.join(", ", record.getHeader())));
  }
}
