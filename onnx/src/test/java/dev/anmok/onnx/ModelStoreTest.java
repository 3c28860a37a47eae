package dev.anmok.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelStoreTest {
  @TempDir Path directory;

  @Test
  void withoutADirectoryThereIsTheEmbeddedPack() throws IOException {
    var store = new ModelStore(directory.resolve("none"), Threads.SINGLE);

    assertThat(store.list()).hasSize(1);
    assertThat(store.find("anmok-mini").id()).isEqualTo("anmok-mini");
  }

  @Test
  void listsFoldersAndSaysWhatIsWrongWithTheBrokenOnes() throws IOException {
    copy("second").edit(json -> json.put("id", "second"));
    copy("third").edit(json -> json.put("id", "other"));
    copy("usurper");
    Files.createDirectory(directory.resolve("vacant"));
    Files.createDirectory(directory.resolve(".partial"));
    var store = new ModelStore(directory, Threads.SINGLE);

    var listed = store.list().stream().map(ModelStoreTest::describe).toList();
    assertThat(listed).hasSize(5);
    assertThat(listed.get(0)).isEqualTo("anmok-mini embedded");
    assertThat(listed.get(1)).isEqualTo("second in a folder");
    assertThat(listed.get(2)).contains("third", "the id is other, rename the folder to that");
    assertThat(listed.get(3)).contains("usurper", "belongs to the embedded pack");
    assertThat(listed.get(4)).contains("vacant", "model.json is missing");
    assertThat(store.find("second").id()).isEqualTo("second");
    assertThatThrownBy(() -> store.find("vacant"))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("model.json is missing");
  }

  @Test
  void aPackIsFoundByItsOwnIdOnlyAlsoInAnotherPrecision() throws IOException {
    var encoders = Path.of("src/test/resources/dev/anmok/onnx/encoders/tiny-clip");
    for (var name : List.of("tiny-clip", "other")) {
      var folder = Files.createDirectory(directory.resolve(name));
      try (var files = Files.list(encoders)) {
        for (var file : files.toList()) {
          Files.copy(file, folder.resolve(file.getFileName()));
        }
      }
    }
    var store = new ModelStore(directory, Threads.SINGLE);

    assertThat(store.find("tiny-clip:int8").id()).isEqualTo("tiny-clip:int8");
    for (var id : List.of("other", "other:int8")) {
      assertThatThrownBy(() -> store.find(id))
          .isInstanceOf(IOException.class)
          .hasMessageEndingWith("other: the id is tiny-clip, rename the folder to that");
    }
  }

  @Test
  void anUnknownIdNamesTheKnownOnes() throws IOException {
    copy("second").edit(json -> json.put("id", "second"));
    var store = new ModelStore(directory, Threads.SINGLE);

    assertThatThrownBy(() -> store.find("x"))
        .isInstanceOf(IOException.class)
        .hasMessage("unknown model 'x': known are anmok-mini, second");
  }

  private PackFolder copy(String name) throws IOException {
    return PackFolder.copyTo(Files.createDirectory(directory.resolve(name)));
  }

  private static String describe(StoredPack stored) {
    return switch (stored) {
      case StoredPack.Ready(var pack, boolean embedded) ->
          pack.id() + (embedded ? " embedded" : " in a folder");
      case StoredPack.Sequence(var pack) -> pack.id() + " " + pack.kind().code();
      case StoredPack.Classifying(var pack) -> pack.id() + " classifier";
      case StoredPack.Cutout(var pack) -> pack.id() + " cutout";
      case StoredPack.Broken(var folder, var problem) -> folder.getFileName() + " " + problem;
    };
  }
}
