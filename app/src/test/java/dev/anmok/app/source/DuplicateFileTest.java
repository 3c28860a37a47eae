package dev.anmok.app.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DuplicateFileTest {
  @TempDir Path folder;

  @Test
  void readsGroups() throws IOException {
    assertThat(DuplicateFile.read(file("uri,group\na.jpg,1\nb.jpg,1\nc.jpg,\n")))
        .containsExactly(
            java.util.Map.entry(path("a.jpg"), "1"),
            java.util.Map.entry(path("b.jpg"), "1"),
            java.util.Map.entry(path("c.jpg"), ""));
  }

  @Test
  void pairsThatShareAPhotoAreOneGroup() throws IOException {
    var groups =
        DuplicateFile.read(file("uri_a,uri_b\na.jpg,b.jpg\nc.jpg,d.jpg\nb.jpg,c.jpg\ne.jpg,\n"));

    assertThat(groups.get(path("a.jpg"))).isNotEmpty();
    assertThat(groups.get(path("d.jpg"))).isEqualTo(groups.get(path("a.jpg")));
    assertThat(groups.get(path("e.jpg"))).isEmpty();
  }

  @Test
  void saysWhatIsWrong() throws IOException {
    var columns = file("photo,set\na.jpg,1\n");
    assertThatThrownBy(() -> DuplicateFile.read(columns))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("the columns must be uri,group or uri_a,uri_b; they are photo, set");
    var twice = file("uri,group\na.jpg,1\na.jpg,2\n");
    assertThatThrownBy(() -> DuplicateFile.read(twice)).hasMessageContaining("has two groups");
  }

  private Path file(String text) throws IOException {
    return Files.writeString(folder.resolve("data.csv"), text);
  }

  private String path(String name) {
    return folder.resolve(name).toAbsolutePath().normalize().toString();
  }
}
