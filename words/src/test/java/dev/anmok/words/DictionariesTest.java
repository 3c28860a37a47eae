package dev.anmok.words;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DictionariesTest {
  @TempDir Path folder;

  @Test
  void aWrongNounIsNamedWithItsFileAndLine() throws IOException {
    var file = Files.writeString(folder.resolve("nouns.txt"), "# mine\n\n마라탕집 마라탕 가게\n");
    assertThatThrownBy(() -> read(List.of(file), List.of()))
        .isInstanceOf(IOException.class)
        .hasMessageStartingWith(file + ", line 3: ")
        .hasMessageContaining("마라탕집");
  }

  @Test
  void aWrongSynonymIsNamedWithItsFileAndLine() throws IOException {
    var alone = Files.writeString(folder.resolve("a.txt"), "필카, film camera\n필카\n");
    assertThatThrownBy(() -> read(List.of(), List.of(alone)))
        .hasMessageStartingWith(alone + ", line 2: expected terms separated by commas");
    var empty = Files.writeString(folder.resolve("b.txt"), "필카,, film camera");
    assertThatThrownBy(() -> read(List.of(), List.of(empty)))
        .hasMessageStartingWith(empty + ", line 1: a term has 1 to 60 characters");
    var many = Files.writeString(folder.resolve("c.txt"), "필카, a camera with a film inside");
    assertThatThrownBy(() -> read(List.of(), List.of(many)))
        .hasMessageStartingWith(many + ", line 1: a term has at most 5 words");
  }

  @Test
  void filesThatCannotBeReadAreNamed() throws IOException {
    var missing = folder.resolve("none.txt");
    assertThatThrownBy(() -> read(List.of(missing), List.of()))
        .isInstanceOf(IOException.class)
        .hasMessage(missing + ": there is no such word list");
    var binary = Files.write(folder.resolve("binary.txt"), new byte[] {(byte) 0xFF, 0, 1});
    assertThatThrownBy(() -> read(List.of(), List.of(binary)))
        .hasMessage(binary + ": a word list must be UTF-8 text");
  }

  @Test
  void theListsThatShipCanBeRead() throws IOException {
    var vocabulary = read(List.of(), List.of());
    assertThat(vocabulary.synonyms().of(vocabulary.analysis().words("커피숍"))).contains("카페");
    assertThat(vocabulary.synonyms().of(vocabulary.analysis().words("아늑한 카페에서")))
        .contains("cozy cafe", "포근한 카페");
    assertThat(vocabulary.synonyms().of(vocabulary.analysis().words("cozy cafes")))
        .contains("아늑한 카페");
  }

  private static Vocabulary read(List<Path> nouns, List<Path> synonyms) throws IOException {
    return Vocabulary.read(new Dictionaries(nouns, synonyms));
  }
}
