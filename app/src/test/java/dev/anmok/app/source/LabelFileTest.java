package dev.anmok.app.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LabelFileTest {
  @TempDir Path folder;

  @Test
  void labelsAreReadAsASpreadsheetWritesThem() throws IOException {
    var labels = LabelFile.read(write("\uFEFFuri,label\r\n가.jpg,good\r\nb.jpg,0\r\n"));

    assertThat(labels)
        .hasSize(2)
        .containsEntry(folder.resolve("가.jpg").toString(), true)
        .containsEntry(folder.resolve("b.jpg").toString(), false);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "`path,label\na.jpg,good\n`           | there is no column 'uri'",
        "`uri,label\na.jpg,nice\n`            | line 2: the label must be good or bad, was 'nice'",
        "`uri,label\na.jpg,good\na.jpg,bad\n` | line 3:",
      })
  void aMistakeIsNamed(String text, String message) throws IOException {
    var file = write(text);

    assertThatThrownBy(() -> LabelFile.read(file))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("labels.csv")
        .hasMessageContaining(message);
  }

  @Test
  void photosBehindUrlsAreCalledByThem() throws IOException {
    assertThat(LabelFile.read(write("uri,label\nhttps://photos.example/a.jpg?x=1,good\n")))
        .containsOnlyKeys("https://photos.example/a.jpg?x=1");
  }

  @Test
  void whatIsNoPathIsNamedWithItsLine() throws IOException {
    var file = write("uri,label\na.jpg,good\nb\0.jpg,good\n");

    assertThatThrownBy(() -> LabelFile.read(file))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("labels.csv line 3: ")
        .hasMessageContaining("is no path");
  }

  @Test
  void aFolderIsSaidToBeUnreadable() {
    assertThatThrownBy(() -> LabelFile.read(folder))
        .isInstanceOf(IOException.class)
        .hasMessageStartingWith(folder + ": cannot be read");
  }

  @Test
  void anotherEncodingAndAMissingFileAreSaid() throws IOException {
    var file = folder.resolve("labels.csv");
    Files.writeString(file, "uri,label\n카페.jpg,good\n", Charset.forName("x-windows-949"));

    assertThatThrownBy(() -> LabelFile.read(file)).hasMessageContaining("not UTF-8");
    assertThatThrownBy(() -> LabelFile.read(folder.resolve("none.csv")))
        .hasMessageContaining("there is no such file");
  }

  private Path write(String text) throws IOException {
    return Files.writeString(folder.resolve("labels.csv"), text, StandardCharsets.UTF_8);
  }
}
