package dev.anmok.core.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FolderSourceTest {
  @TempDir Path folder;

  private String touch(String name) throws IOException {
    var file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, "x").toString();
  }

  private List<SourcePhoto> photos() throws IOException {
    var source = FolderSource.of(folder);
    try (var photos = source.photos()) {
      var list = photos.toList();
      assertThat(source.count()).hasValue(list.size());
      return list;
    }
  }

  @Test
  void aFirstLevelFolderIsTheItemOfAllBelowIt() throws IOException {
    var inRoot = touch("loose.jpg");
    var direct = touch("cafe/1.jpg");
    var deeper = touch("cafe/upstairs/window/2.jpg");
    var cafe = new Item("cafe", "cafe", Map.of());

    assertThat(photos())
        .containsExactly(
            new SourcePhoto(direct, cafe),
            new SourcePhoto(deeper, cafe),
            new SourcePhoto(inRoot, null));
  }

  @Test
  void goesInTheOrderOfNames() throws IOException {
    touch("b/2");
    touch("b/10");
    touch("a/z/1");
    touch("a/y");
    touch("c");

    assertThat(photos())
        .extracting(photo -> folder.relativize(Path.of(photo.uri())).toString())
        .containsExactly("a/y", "a/z/1", "b/10", "b/2", "c");
  }

  @Test
  void passesOverHiddenFilesAndLitterOnly() throws IOException {
    touch(".hidden.jpg");
    touch(".git/1.jpg");
    touch("a/.DS_Store");
    touch("a/Thumbs.db");
    touch("a/desktop.ini");
    var text = touch("a/readme.txt");
    var bare = touch("a/without-extension");

    assertThat(photos()).extracting(SourcePhoto::uri).containsExactly(text, bare);
  }

  @Test
  void keepsNamesAsTheyAreOnDisk() throws IOException {
    var composed = Normalizer.normalize("성수 카페", Normalizer.Form.NFC);
    var decomposed = Normalizer.normalize("성수 카페", Normalizer.Form.NFD);
    touch(composed + "/창가.jpg");
    touch(decomposed + "/창가.jpg");

    assertThat(photos())
        .extracting(photo -> photo.item().orElseThrow().id())
        .containsExactlyInAnyOrder(composed, decomposed);
    assertThat(photos()).allMatch(photo -> Files.exists(Path.of(photo.uri())));
  }

  @Test
  void followsLinksToFilesInsideOnly(@TempDir Path elsewhere) throws IOException {
    var photo = touch("all/1.jpg");
    Files.writeString(elsewhere.resolve("secret"), "x");
    Files.createDirectories(folder.resolve("item"));
    Files.createSymbolicLink(folder.resolve("item/inside"), Path.of(photo));
    Files.createSymbolicLink(folder.resolve("item/outside"), elsewhere.resolve("secret"));
    Files.createSymbolicLink(folder.resolve("item/folder-outside"), elsewhere);
    Files.createSymbolicLink(folder.resolve("item/loop"), folder);
    Files.createSymbolicLink(folder.resolve("item/broken"), folder.resolve("nowhere"));

    assertThat(photos())
        .extracting(SourcePhoto::uri)
        .containsExactly(
            photo,
            folder.resolve("item/broken").toString(),
            folder.resolve("item/inside").toString());
  }

  @Test
  void saysWhatIsWrongWithTheFolder() throws IOException {
    var missing = folder.resolve("missing");
    assertThatThrownBy(() -> FolderSource.of(missing))
        .isInstanceOf(IOException.class)
        .hasMessage("there is no folder " + missing + ": check the path");

    var file = Path.of(touch("file.jpg"));
    assertThatThrownBy(() -> FolderSource.of(file))
        .isInstanceOf(IOException.class)
        .hasMessageContaining(file + " is a file, not a folder");

    var empty = Files.createDirectories(folder.resolve("empty"));
    Files.createDirectories(empty.resolve("nested/.hidden"));
    assertThatThrownBy(() -> FolderSource.of(empty).photos())
        .isInstanceOf(IOException.class)
        .hasMessageContaining(empty + " holds no files");
  }
}
