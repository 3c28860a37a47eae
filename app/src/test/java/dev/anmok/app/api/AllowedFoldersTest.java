package dev.anmok.app.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AllowedFoldersTest {
  @TempDir private Path folder;

  @Test
  void ofALongFolderTheFirstAreListedAndItSaysThatThereAreMore() throws IOException {
    var root = folder.toRealPath();
    for (int i = 0; i < 1_000; i++) {
      Files.createDirectory(root.resolve("place-%04d".formatted(i)));
    }
    var folders = new AllowedFolders(List.of(root), false);
    assertThat(folders.within(root.toString()).more()).isFalse();

    Files.createDirectory(root.resolve("place-1000"));
    var listed = folders.within(root.toString());

    assertThat(listed.more()).isTrue();
    assertThat(listed.sources()).hasSize(1_000);
    assertThat(listed.sources().getLast()).containsEntry("name", "place-0999");
  }
}
