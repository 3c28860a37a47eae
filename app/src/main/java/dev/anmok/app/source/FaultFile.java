package dev.anmok.app.source;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// Which faults people see in photos: a CSV file in UTF-8 with the columns `uri` (relative to the
/// file, or absolute) and `label`: `good`, `bad` (some fault), or the names of faults with `+`
/// between them.
public final class FaultFile {
  /// The label of a photo with a fault that was not named.
  public static final String BAD = "bad";

  private static final String GOOD = "good";

  private FaultFile() {}

  /// Reads the file: the faults of each URI; none for a good photo.
  ///
  /// @param known names of faults
  /// @throws IOException if there is no such file, it is not UTF-8 or not CSV, a column is missing,
  ///   a fault is not known, or one photo has two different labels
  public static Map<String, Set<String>> read(Path file, Set<String> known) throws IOException {
    return LabelFile.read(file, label -> faults(label, known));
  }

  private static Set<String> faults(String label, Set<String> known) {
    if (label.equals(GOOD)) {
      return Set.of();
    }
    var faults = new TreeSet<>(Arrays.asList(label.split("\\+", -1)));
    for (var fault : faults) {
      if (!fault.equals(BAD) && !known.contains(fault)) {
        throw new IllegalArgumentException(
            "the label must be good, bad, or faults with + between them ("
                + String.join(", ", new TreeSet<>(known))
                + "), was '"
                + label
                + "'");
      }
    }
    return faults;
  }
}
