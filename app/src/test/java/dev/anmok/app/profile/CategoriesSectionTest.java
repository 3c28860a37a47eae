package dev.anmok.app.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.anmok.app.workspace.Models;
import dev.anmok.core.score.CategoryMethod;
import dev.anmok.core.score.Pooling;
import dev.anmok.core.score.PromptLint;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CategoriesSectionTest {
  private static final String SMALL =
      """
      pooling: max
      templates: {en: ["a photo of {}"]}
      neutral: {en: [a photo]}
      list:
        - name: food
          labels: {en: Food, ko: 음식}
          prompts: {en: [a meal], ko: [식사]}
        - name: dog
          prompts: {en: [a dog]}
        - name: cat
          enabled: false
          prompts: {en: [a cat]}
      """;

  @TempDir private Path folder = Path.of("");

  private Path write(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text, StandardCharsets.UTF_8);
  }

  @Test
  void aFileGivesCategoriesInItsOrderWithoutThoseSwitchedOff() throws IOException {
    var set = Profiles.categories(write("small.yaml", SMALL));

    assertThat(set.names()).containsExactly("food", "dog");
    assertThat(set.pooling()).isEqualTo(Pooling.MAX);
    assertThat(set.method()).isEqualTo(CategoryMethod.CALIBRATED);
    var food = set.categories().getFirst();
    assertThat(food.label("ko")).isEqualTo("음식");
    assertThat(set.categories().getLast().label("ko")).isEqualTo("dog");
    assertThat(set.texts(food)).containsExactly("a photo of a meal", "식사");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "pooling: max | poling: max | line 1: unknown key 'poling'",
        "pooling: max | pooling: best | line 1: 'pooling' must be one of",
        "a photo of {} | a photo | line 2: the template 'a photo' has no {}",
        "neutral: {en: [a photo]} | method: calibrated | needs neutral prompts",
        "name: dog | name: Others | line 8: the name 'Others' is reserved",
        "name: dog | name: Food | line 8: there are two categories 'Food'",
        "name: dog | name: ' ' | line 8: a category needs a name",
        "prompts: {en: [a dog]} | labels: {en: Dog} | line 8: the category 'dog' has no prompts",
        "prompts: {en: [a dog]} | prompts: {fr: [un chien]} | unknown key 'fr'",
        "prompts: {en: [a dog]} | prompts: {en: [A Meal]} | line 9: the prompt 'A Meal' stands in 'food'",
        "prompts: {en: [a dog]} | prompts: {en: [a photo]} | stands in the neutral bank too",
        "prompts: {en: [a dog]} | prompts: {en: ['']} | line 9: an empty text under 'prompts'",
        "enabled: false | enabled: no way | 'enabled' must be true or false",
      })
  void aMistakeIsNamedWithItsPlace(String before, String after, String message) throws IOException {
    var yaml = SMALL.replace(before, after);
    assertThat(yaml).isNotEqualTo(SMALL);
    var file = write("small.yaml", yaml);

    assertThatThrownBy(() -> Profiles.categories(file))
        .isInstanceOf(IOException.class)
        .hasMessageStartingWith("categories file " + file)
        .hasMessageContaining(message);
  }

  @Test
  void aProfileNamesAFileBesideIt() throws IOException {
    write("mine.yaml", SMALL);
    var album = Profiles.text("album");
    int from = album.indexOf("  categories:\n");
    int to = album.indexOf("\n  duplicates:") + 1;
    var other = album.substring(0, from) + "  categories: {file: %s}\n" + album.substring(to);

    var found = Profiles.load(write("a.yaml", other.formatted("mine.yaml")).toString());

    assertThat(found.album().orElseThrow().categories().names()).containsExactly("food", "dog");
    var lost = write("b.yaml", other.formatted("lost.yaml")).toString();
    assertThatThrownBy(() -> Profiles.load(lost))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("there is no categories file lost.yaml");
    var both = write("c.yaml", other.formatted("mine.yaml, pooling: max")).toString();
    assertThatThrownBy(() -> Profiles.load(both)).hasMessageContaining("unknown key 'pooling'");
  }

  @Test
  void whatIsNotUtf8IsSaidSo() throws IOException {
    var file = Files.write(folder.resolve("latin.yaml"), new byte[] {(byte) 0xB0, (byte) 0xA1});

    assertThatThrownBy(() -> Profiles.categories(file)).hasMessageContaining("not UTF-8");
  }

  @Test
  void theShippedCategoriesAreCleanAndCalibrated() throws IOException {
    var set = Profiles.shippedAlbum().categories();

    assertThat(set.categories()).hasSizeBetween(10, 16);
    assertThat(set.categories())
        .allSatisfy(c -> assertThat(c.labels()).containsOnlyKeys("en", "ko"));
    assertThat(PromptLint.check(set.written())).isEmpty();
    var shipped = Models.embedded().calibration("categories").orElseThrow();
    assertThat(shipped.prompts()).isEqualTo(set.digest());
    assertThat(shipped.pooling()).isEqualTo(set.pooling().code());
  }

  @Test
  void asPublishedHasTheSourcesWordsInTheSourcesPrompt() throws IOException {
    var set = Profiles.load("album-as-published").album().orElseThrow().categories();

    assertThat(set.method()).isEqualTo(CategoryMethod.ARGMAX);
    assertThat(set.names()).startsWith("person", "food", "nature", "architecture", "emotion");
    assertThat(set.texts(set.categories().getFirst())).isEqualTo(List.of("a photo of person"));
  }
}
