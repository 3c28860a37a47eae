package dev.anmok.app.source;

import dev.anmok.core.classify.Taxonomy;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// What the labels of a classifier pack stand for: a CSV file in UTF-8 with the columns `label` and
/// `category`. A category is a name, alias or path of a leaf; of several with `|` between them the
/// first counts that the taxonomy has.
public final class LabelMapFile {
  private static final String SHIPPED = "imagenet.csv";

  private LabelMapFile() {}

  /// The leaf of each label that the file and the taxonomy both know.
  ///
  /// @throws IOException if there is no such file, it is not UTF-8 or not CSV, a column is missing,
  ///   a label stands there twice, or no category of it is in the taxonomy
  public static Map<String, String> read(Path file, Taxonomy taxonomy) throws IOException {
    var paths = new LinkedHashMap<String, String>();
    CsvRows.read(file, row -> add(row, taxonomy, paths));
    return checked(file, paths);
  }

  /// The same for the labels of ImageNet, which ships with the program.
  public static Map<String, String> imageNet(Taxonomy taxonomy) throws IOException {
    var file = Path.of(SHIPPED);
    var paths = new LinkedHashMap<String, String>();
    try (var in = LabelMapFile.class.getResourceAsStream("/taxonomies/" + SHIPPED)) {
      if (in == null) {
        throw new IllegalStateException("the shipped map " + SHIPPED + " is not there");
      }
      var reader = new InputStreamReader(in, StandardCharsets.UTF_8);
      CsvRows.read(file, reader, row -> add(row, taxonomy, paths));
    }
    return checked(file, paths);
  }

  private static Map<String, String> checked(Path file, Map<String, String> paths)
      throws IOException {
    if (paths.isEmpty()) {
      throw new IOException(
          file + ": none of its categories is a leaf of the taxonomy; give another map");
    }
    return paths;
  }

  private static void add(CsvRow row, Taxonomy taxonomy, Map<String, String> paths)
      throws IOException {
    var label = row.field("label");
    var path =
        Arrays.stream(row.field("category").split("\\|", -1))
            .map(taxonomy::find)
            .flatMap(Optional::stream)
            .filter(Taxonomy::isLeaf)
            .findFirst();
    if (path.isPresent() && paths.put(label, path.get()) != null) {
      throw row.problem("the label '" + label + "' stands here twice");
    }
  }
}
