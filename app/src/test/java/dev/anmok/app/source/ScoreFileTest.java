package dev.anmok.app.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScoreFileTest {
  @TempDir Path folder;

  @Test
  void scoresAreReadAsASpreadsheetWritesThem() throws IOException {
    var rows =
        ScoreFile.read(
            write("\uFEFFscore,uri,group\r\n7.5,바다.jpg,\r\n1,sub/../b.jpg,beach\r\n"), folder);

    assertThat(rows)
        .containsExactly(
            new ScoreFile.Row(folder.resolve("바다.jpg").toString(), 7.5, ""),
            new ScoreFile.Row(folder.resolve("b.jpg").toString(), 1, "beach"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "`path,score\na.jpg,3\n`         | there is no column 'uri'",
        "`uri,label\na.jpg,3\n`          | there is no column 'score'",
        "`uri,score\na.jpg,good\n`       | line 2: the score must be a number from 1 to 10, was 'good'",
        "`uri,score\na.jpg,\n`           | line 2: the score must be",
        "`uri,score\na.jpg,NaN\n`        | line 2: the score must be",
        "`uri,score\na.jpg,0.5\n`        | was '0.5'",
        "`uri,score\na.jpg,11\n`         | was '11'",
        "`uri,score\na.jpg,3\n./a.jpg,3` | line 3:",
        "`uri,score\na.jpg,3\n./a.jpg,4` | stands here twice",
      })
  void aMistakeIsNamed(String text, String message) throws IOException {
    var file = write(text);

    assertThatThrownBy(() -> ScoreFile.read(file, folder))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("scores.csv")
        .hasMessageContaining(message);
  }

  @Test
  void aMissingFileIsSaid() {
    assertThatThrownBy(() -> ScoreFile.read(folder.resolve("none.csv"), folder))
        .hasMessageContaining("there is no such file");
  }

  private Path write(String text) throws IOException {
    return Files.writeString(folder.resolve("scores.csv"), text, StandardCharsets.UTF_8);
  }
}
