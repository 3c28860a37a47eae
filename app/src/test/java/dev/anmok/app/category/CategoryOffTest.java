package dev.anmok.app.category;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.anmok.app.profile.CategoryChoice;
import dev.anmok.core.classify.Gate;
import dev.anmok.core.classify.Temperature;
import dev.anmok.core.image.Pixels;
import dev.anmok.onnx.ModelPack;
import dev.anmok.onnx.ModelStore;
import dev.anmok.onnx.Threads;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// With the real model and the shipped taxonomy by its prompts.
class CategoryOffTest {
  @TempDir Path workspace;

  private CategoryOff off(Gate gate, String... names) throws IOException {
    var shipped = CategoryChoice.shipped();
    return off(
        new CategoryChoice(
            shipped.taxonomy(), shipped.classifiers(), gate, shipped.field(), Set.of()),
        names);
  }

  private CategoryOff off(CategoryChoice choice, String... names) throws IOException {
    var pack = ModelPack.embedded(Threads.SINGLE);
    var store = new ModelStore(workspace.resolve("models"), Threads.SINGLE);
    return CategoryOff.of(
        List.of(names), choice, new Categorizer.Origin(pack, workspace, store, null));
  }

  @Test
  void whatIsTakenForACategoryStaysUncutAndWhatIsUnknownDoesNot() throws IOException {
    var all = new String[] {"의류", "전자제품", "가구", "기타"};
    var photo = Pixels.wrap(64, 64, new byte[3 * 64 * 64]);
    try (var images = ModelPack.embedded(Threads.SINGLE).images();
        var anything = off(new Gate(1e-9, 1e-9), all);
        var strict = off(new Gate(1, 1), all)) {
      var vector = images.encode(List.of(photo)).getFirst();
      assertThat(anything.open(photo, vector)).isFalse();
      assertThat(strict.open(photo, vector)).isTrue();
    }
  }

  @Test
  void aClassifierThatLearnedAnewIsAnotherGate() throws IOException {
    var inside = Files.createDirectories(workspace.resolve("classifiers")).resolve("mine.json");
    for (var file : List.of(inside, workspace.resolve("elsewhere.json"))) {
      var name = file.equals(inside) ? "mine" : file.toString();
      Files.writeString(file, "{}");
      var before = by(name, null);
      Files.writeString(file, "{\"more\": 1}");
      assertThat(by(name, null)).as(name).isNotEqualTo(before);
    }
    var map = Files.writeString(workspace.resolve("map.csv"), "label,category\na,신발\n");
    var before = by("mine", map);
    Files.writeString(map, "label,category\na,가방\n");
    assertThat(by("mine", map)).isNotEqualTo(before);
    assertThatThrownBy(() -> by("absent", null)).hasMessageContaining("unknown classifier");
  }

  private String by(String classifier, @Nullable Path map) throws IOException {
    var use = new CategoryChoice.Use(classifier, 1, Temperature.NONE, map);
    try (var off = off(CategoryChoice.shipped().by(List.of(use)), "신발")) {
      return off.id();
    }
  }

  @Test
  void anotherChoiceIsAnotherGate() throws IOException {
    try (var shoes = off(Gate.DEFAULT, "신발");
        var same = off(Gate.DEFAULT, "의류/신발");
        var clothes = off(Gate.DEFAULT, "의류");
        var surer = off(new Gate(0.95, 0.7), "신발")) {
      assertThat(same.id()).isEqualTo(shoes.id());
      assertThat(List.of(shoes.id(), clothes.id(), surer.id())).doesNotHaveDuplicates();
    }
    assertThatThrownBy(() -> off(Gate.DEFAULT, "자동차"))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("off-for")
        .hasMessageContaining("자동차");
  }
}
