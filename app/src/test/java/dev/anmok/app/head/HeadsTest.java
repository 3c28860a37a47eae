package dev.anmok.app.head;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.anmok.core.embed.VectorSpace;
import dev.anmok.core.score.LinearHead;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HeadsTest {
  private static final VectorSpace SPACE = new VectorSpace("mini", "w1", "none", "none", 3);
  private static final StoredHead HEAD =
      new StoredHead(
          "album",
          LinearHead.of(SPACE, new double[] {0.1, -2, 1e-17}, 5.25),
          "by hand",
          Map.of("spearman", 0.5));

  @TempDir Path folder;

  @Test
  void aHeadComesBackToTheLastBit() throws IOException {
    var heads = new Heads(folder.resolve("heads"));

    var file = heads.save(HEAD);

    for (var name : new String[] {"album", file.toString()}) {
      var back = heads.load(name, SPACE);
      assertThat(back.head().weights()).containsExactly(0.1, -2, 1e-17);
      assertThat(back.head().bias()).isEqualTo(5.25);
      assertThat(back.head().space()).isEqualTo(SPACE);
      assertThat(back.trained()).isEqualTo("by hand");
      assertThat(back.heldOut()).containsExactly(Map.entry("spearman", 0.5));
    }
    assertThat(heads.names()).containsExactly("album");
    assertThat(folder.resolve("heads")).isDirectoryContaining(path -> path.equals(file));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"bias\" : 5.25           | \"bias\" : 5.5                 | another SHA-256",
        "\"bias\" : 5.25           | \"bias\" : \"5.25\"            | bias",
        "\"bias\" : 5.25           | \"bias\" : NaN                 | not readable as JSON",
        "\"bias\" : 5.25           | \"bias\" : 1e999               | another SHA-256",
        "\"bias\" : 5.25,          | \"bias\" : 5.25, \"speed\": 1, | unknown key 'speed'",
        "\"bias\" : 5.25,          |                                | bias",
        "\"format\" : 1            | \"format\" : 2                 | format 1",
        "\"dimension\" : 3         | \"dimension\" : 4              | expected 3 weights",
        "\"weights\" : [ 0.1,      | \"weights\" : [                | expected 3 weights, found 2",
        "\"weights\" : [ 0.1,      | \"weights\" : [ null,          | not those that were saved",
        "\"weights\" : [ 0.1,      | \"weights\" : [ \"x\",         | weights.0",
        "\"name\" : \"album\"      | \"name\" : null                | name",
      })
  void aDamagedFileIsOneClearLine(String good, String bad, String message) throws IOException {
    var heads = new Heads(folder);
    var file = heads.save(HEAD);
    var text = Files.readString(file);
    assertThat(text).contains(good);
    Files.writeString(file, text.replace(good, bad == null ? "" : bad));

    assertThatThrownBy(() -> heads.load("album", SPACE))
        .isInstanceOf(IOException.class)
        .hasMessageStartingWith(file + ": ")
        .hasMessageContaining(message)
        .hasMessageNotContaining("\n");
  }

  @Test
  void anotherSpaceIsNamedBesideTheExpectedOne() throws IOException {
    var heads = new Heads(folder);
    var file = heads.save(HEAD);
    var other = new VectorSpace("mini", "w2", "none", "none", 3);

    assertThatThrownBy(() -> heads.load("album", other))
        .isInstanceOf(IOException.class)
        .hasMessageContaining(file.toString())
        .hasMessageContaining(SPACE.id())
        .hasMessageContaining(other.id());
  }

  @Test
  void anUnknownHeadIsSaidWithThoseThatAreKnown() throws IOException {
    var heads = new Heads(folder);
    assertThatThrownBy(() -> heads.load("sea", SPACE))
        .isInstanceOf(UnknownHeadException.class)
        .hasMessageContaining("none yet");
    heads.save(HEAD);

    assertThatThrownBy(() -> heads.load("sea", SPACE))
        .isInstanceOf(UnknownHeadException.class)
        .hasMessageContaining("'sea'")
        .hasMessageContaining("album");
  }

  @Test
  void aNameIsNeverAPath() {
    for (var path : new String[] {"..", "a/b", "a.json", ".hidden", "", "-x", "a\\b", "a\0"}) {
      assertThat(Heads.isName(path)).as(path).isFalse();
    }
    assertThat(Heads.isName("풍경_2")).isTrue();
    var odd = new StoredHead("../x", HEAD.head(), "", Map.of());
    assertThatThrownBy(() -> new Heads(folder).save(odd))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
