package dev.anmok.app.head;

import dev.anmok.app.json.StrictJson;
import dev.anmok.core.embed.VectorSpace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/// The learned classifiers of a workspace, one JSON file each.
///
/// @param folder where they lie; need not exist
public record Classifiers(Path folder) {
  private static final String WHAT = "classifier";

  /// Whether a text can be the name of a classifier; it is then never a path.
  public static boolean isName(String text) {
    return NamedFiles.isName(text);
  }

  /// Whether there is a classifier of this name, or a file at this path.
  public boolean has(String nameOrPath) {
    return Files.isRegularFile(files().find(nameOrPath));
  }

  /// The file of a classifier as it is, by its name or path.
  public String text(String nameOrPath) throws IOException {
    return Files.readString(files().find(nameOrPath));
  }

  /// Reads a classifier of a space by its name, or another by the path of its file.
  ///
  /// @throws IOException if there is none, the file is damaged, or it belongs to another space
  public StoredClassifier load(String nameOrPath, VectorSpace space) throws IOException {
    var file = files().find(nameOrPath);
    return StrictJson.read(file, ClassifierFile.class, WHAT).in(space, file);
  }

  /// Writes a classifier, in place of one of the same name.
  ///
  /// @return where it lies
  public Path save(StoredClassifier classifier) throws IOException {
    return files().save(classifier.classifier().name(), ClassifierFile.of(classifier));
  }

  /// The names, sorted.
  public List<String> names() throws IOException {
    return files().names();
  }

  /// The ids of the spaces that the classifiers belong to, by name of the classifier.
  ///
  /// @throws IOException if a file is damaged
  public SortedMap<String, String> spaces() throws IOException {
    var spaces = new TreeMap<String, String>();
    for (var name : names()) {
      spaces.put(name, StrictJson.read(files().find(name), ClassifierFile.class, WHAT).space());
    }
    return spaces;
  }

  private NamedFiles files() {
    return new NamedFiles(folder, WHAT);
  }
}
