package dev.anmok.app.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CategoryLabelsTest {
  private static final Set<String> KNOWN = Set.of("food", "others");

  @TempDir private Path folder = Path.of("");

  private Path write(String text) throws IOException {
    return Files.writeString(folder.resolve("labels.csv"), text);
  }

  @Test
  void urisAreRelativeToTheFile() throws IOException {
    var labels = CategoryLabels.read(write("uri,category\nb/1.jpg,food\n/a.jpg,others\n"), KNOWN);

    assertThat(labels)
        .containsExactly(
            java.util.Map.entry(folder.resolve("b/1.jpg").toString(), "food"),
            java.util.Map.entry("/a.jpg", "others"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "uri,label;1.jpg,food | no column 'category'",
        "uri,category;1.jpg,fod | line 2: unknown category 'fod'",
        "uri,category;1.jpg,food;1.jpg,others | line 3:",
        "uri,category | no labels in it",
      })
  void aMistakeIsNamed(String lines, String message) throws IOException {
    var file = write(lines.replace(';', '\n') + "\n");

    assertThatThrownBy(() -> CategoryLabels.read(file, KNOWN))
        .isInstanceOf(IOException.class)
        .hasMessageContaining(message);
  }
}
