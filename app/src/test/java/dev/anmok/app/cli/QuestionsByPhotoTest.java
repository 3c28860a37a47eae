package dev.anmok.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.anmok.app.feedback.ColouredItems;
import dev.anmok.app.profile.Profiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/// Commands that look for photos by photos, in workspaces whose profile has a translator that
/// cannot be opened.
class QuestionsByPhotoTest {
  private static final String KEY = "ANMOK_NO_SUCH_KEY";

  @TempDir static Path folder;
  private static Path photos = Path.of("");

  @BeforeAll
  static void ingest() throws IOException {
    photos = ColouredItems.draw(folder.resolve("photos"));
    var translate =
        "\ntranslate:\n  to: en\n  when: always\n  endpoint:"
            + " {url: 'http://127.0.0.1:9/v1', model: m, key-env: "
            + KEY
            + "}\n";
    var profile = Files.writeString(folder.resolve("p.yaml"), Profiles.text("cafe") + translate);
    for (var shop : new String[] {"one", "two"}) {
      var data = folder.resolve(shop).resolve("data");
      var run = Run.of("ingest", photos, "--profile", profile, "--workspace", data);
      assertThat(run.exit()).as(run.err()).isZero();
    }
  }

  private static Run run(Object... words) {
    var all = new Object[words.length + 2];
    System.arraycopy(words, 0, all, 0, words.length);
    all[words.length] = "--workspace";
    all[words.length + 1] = folder.resolve("one/data");
    return Run.of(all);
  }

  @Test
  void noTranslatorIsOpenedWhereThereAreNoWords() {
    assertThat(run("similar", "red-00").exit()).isZero();
    var photo = photos.resolve("red-00/photo.png");
    assertThat(run("search", "--image", photo).exit()).isZero();
    assertThat(run("search", "빨강", "--image", photo).err()).contains(KEY, "is not set");
  }

  @Test
  void workspacesOfOneNameAreComparedAndNoneWithItself() throws IOException {
    var queries =
        Files.writeString(folder.resolve("q.csv"), "uri,item\nphotos/red-00/photo.png,red-00\n");
    var two = folder.resolve("two/data");
    var run =
        run("evaluate", "products", "--queries", queries, "--against", two, "--format", "json");
    assertThat(run.exit()).as(run.err()).isZero();
    var ways = new JsonMapper().readTree(run.out()).get("ways");
    assertThat(ways.propertyNames())
        .containsExactly(folder.resolve("one/data").toString(), two.toString());

    var itself = folder.resolve("one/./data");
    var refused = run("evaluate", "products", "--queries", queries, "--against", itself);
    assertThat(refused.exit()).isEqualTo(2);
    assertThat(refused.err()).contains("is compared already");
  }
}
