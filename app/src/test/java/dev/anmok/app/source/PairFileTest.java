package dev.anmok.app.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PairFileTest {
  private static final SentencePair HAT = new SentencePair("모자 하나.", "A hat.");

  @TempDir private Path folder = Path.of("");

  private Path write(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  @Test
  void findsTheColumnsOfSentences() throws IOException {
    var labelled = write("a.tsv", "train\tnews-1\t모자 하나.\tA hat.\n");
    var credited = write("b.txt", "A hat.\t모자 하나.\tCC-BY 2.0 (France) by: #12 (CM)\n");

    assertThat(PairFile.read(labelled, Optional.empty())).containsExactly(HAT);
    assertThat(PairFile.read(credited, Optional.empty())).containsExactly(HAT);
  }

  @Test
  void takesTheColumnsThatAreNamed() throws IOException {
    var file = write("a.tsv", "A hat.\tone hat\t모자 하나.\n");

    assertThat(PairFile.read(file, Optional.of("3,2")))
        .containsExactly(new SentencePair("모자 하나.", "one hat"));
    assertThatThrownBy(() -> PairFile.read(file, Optional.of("3")))
        .hasMessageContaining("--columns must be two different numbers");
    assertThatThrownBy(() -> PairFile.read(file, Optional.of("3,4")))
        .hasMessageContaining("row 1 has 3 columns, 4 are needed");
  }

  @Test
  void readsTwoFilesSideBySide() throws IOException {
    var korean = write("c.ko", "모자 하나.\n");
    write("c.en", "A hat.\n");

    assertThat(PairFile.read(korean, Optional.empty())).containsExactly(HAT);
    write("c.en", "A hat.\nMore.\n");
    assertThatThrownBy(() -> PairFile.read(korean, Optional.empty()))
        .hasMessageContaining("1 lines, but 2 in c.en");
  }

  @Test
  void saysWhereItFindsNoPairs() throws IOException {
    var file = write("d.tsv", "only English here\tand here\n");

    assertThatThrownBy(() -> PairFile.read(file, Optional.empty()))
        .hasMessageContaining("name them by --columns KO,EN");
  }
}
