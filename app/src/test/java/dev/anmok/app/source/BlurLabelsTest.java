package dev.anmok.app.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.anmok.app.source.BlurLabels.Truth;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BlurLabelsTest {
  @TempDir Path folder;

  private BlurLabels read(String text) throws IOException {
    return BlurLabels.read(Files.writeString(folder.resolve("l.csv"), text), folder);
  }

  @Test
  void readsLabelsTagsGroupsAndSplits() throws IOException {
    var labels =
        read(
            """
            path,label,kind,tags,group,split
            a.jpg,blurry,motion,,one,test
            b.jpg,flat,,flat_scene+soft_indoor,one,tune
            c.jpg,0,,,,
            """);

    assertThat(labels.rows())
        .extracting(BlurLabels.Row::truth)
        .containsExactly(Truth.BLURRY, Truth.FLAT, Truth.SHARP);
    assertThat(labels.rows().get(1).tags()).isEqualTo(Set.of("flat_scene", "soft_indoor"));
    assertThat(labels.rows().get(1).uri()).isEqualTo(folder.resolve("b.jpg").toString());
    assertThat(labels.rows().get(2).group()).isEqualTo("c.jpg");
    assertThat(labels.forChoosing().rows()).hasSize(2);
    assertThat(labels.split("test").rows()).hasSize(1);
    assertThat(labels.missing()).hasSize(3);
  }

  @Test
  void theColumnMayBeCalledUri() throws IOException {
    assertThat(read("uri,label\na.jpg,1\n").rows().getFirst().truth()).isEqualTo(Truth.BLURRY);
  }

  @Test
  void aPhotoBehindAUrlIsNotAPathAndNotThere() throws IOException {
    var labels = read("path,label\nhttps://example.org/a.jpg,sharp\n");

    assertThat(labels.rows().getFirst().uri()).isEqualTo("https://example.org/a.jpg");
    assertThat(labels.missing()).containsExactly("https://example.org/a.jpg");
    assertThatThrownBy(() -> read("path,label\na\u0000.jpg,sharp\n"))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("l.csv line 2:")
        .hasMessageContaining("is no path");
  }

  @Test
  void aRowTwiceCountsOnceAndTwoLabelsAreAnError() throws IOException {
    var twice = read("path,label\na.jpg,sharp\n./a.jpg,sharp\n");
    assertThat(twice.rows()).hasSize(1);
    assertThat(twice.repeated()).isEqualTo(1);

    assertThatThrownBy(() -> read("path,label\na.jpg,sharp\nb.jpg,sharp\na.jpg,blurry\n"))
        .isInstanceOf(IOException.class)
        .hasMessageEndingWith(
            "l.csv line 4: a.jpg is blurry here, but sharp on line 2; keep one of them");
  }

  @Test
  void whatIsNoLabelIsSaid() {
    assertThatThrownBy(() -> read("path,label\na.jpg,fuzzy\n"))
        .hasMessageContaining("l.csv line 2: the label must be sharp, flat")
        .hasMessageEndingWith("was 'fuzzy'");
    assertThatThrownBy(() -> read("path,label\n")).hasMessageEndingWith("no labels in it");
    assertThatThrownBy(() -> read("name,label\na,1\n")).hasMessageContaining("no column 'uri'");
    assertThatThrownBy(() -> read("path,label\na.jpg,1\n").split("test"))
        .hasMessageContaining("no rows of the split 'test'");
  }
}
