package dev.anmok.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.anmok.app.sample.poster.Posters;
import dev.anmok.app.source.Columns;
import dev.anmok.app.source.CsvSource;
import dev.anmok.core.pipeline.Progress;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/// The demo's job with posters on a few of them, with the real decoder, model, catalog and index.
class PosterJobTest {
  @TempDir static Path folder = Path.of("");
  private static Path workspace = Path.of("");
  private static Path manifest = Path.of("");
  private static String told = "";

  @BeforeAll
  static void run() throws IOException {
    workspace = folder.resolve("data");
    var drawn = Posters.draw(folder, 1, 48, Progress.NONE);
    manifest = drawn.manifest();
    var out = new ByteArrayOutputStream();
    var printed = new PrintStream(out, true, StandardCharsets.UTF_8);
    var console = new Console(printed, new PrintStream(OutputStream.nullOutputStream()), false);
    new PosterScript(console, workspace, "poster")
        .run(new CsvSource(drawn.manifest(), Columns.DEFAULT));
    told = out.toString(StandardCharsets.UTF_8);
  }

  @Test
  void theDemoAnswersTheSourcesQueriesWithTitlesAndFacts() {
    assertThat(told)
        .contains("네온사인이 많은 사이버펑크 느낌", "dark red horror movie poster with a single face")
        .contains("== 3. The same among", "== 4. More like")
        .containsPattern("scifi[a-z|]*, \\d\\.\\d\\)")
        .containsPattern("posters/film-0\\d\\d\\.jpg");
  }

  @Test
  void aPosterOfTheSetFindsItsFilm() {
    var poster = folder.resolve("posters/film-007.jpg");

    var hits = json("search", "--image", poster, "--format", "json", "--workspace", workspace);

    assertThat(hits.get(0).get("item").asString()).isEqualTo("film-007");
  }

  @Test
  void similarListsOtherFilms() {
    var hits = json("similar", "film-007", "-k", "5", "--format", "json", "--workspace", workspace);

    assertThat(hits.size()).isEqualTo(5);
    hits.forEach(hit -> assertThat(hit.get("item").asString()).isNotEqualTo("film-007"));
  }

  @Test
  void hitsPassTheFilterAndSayWhyTheyWereFound() throws IOException {
    var hits =
        json(
            "search",
            "poster",
            "--filter",
            "year>=1990",
            "--format",
            "json",
            "--mode",
            "vector",
            "-k",
            "48",
            "--workspace",
            workspace);
    var all =
        json(
            "search",
            "poster",
            "--format",
            "json",
            "--mode",
            "vector",
            "-k",
            "48",
            "--workspace",
            workspace);

    assertThat(all.size()).isEqualTo(48);
    var found = new TreeSet<String>();
    hits.forEach(hit -> found.add(hit.get("item").asString()));
    assertThat(found).isEqualTo(since(1990)).hasSizeBetween(1, 47);
    for (var hit : hits) {
      assertThat(hit.get("match").asString()).isIn("strong", "fair", "weak");
      assertThat(hit.get("why").get("parts").get(0).get("part").asString()).isEqualTo("looks");
    }
  }

  /// The films of a year or later, from the manifest.
  private static Set<String> since(int year) throws IOException {
    var items = new TreeSet<String>();
    try (var photos = new CsvSource(manifest, Columns.DEFAULT).photos()) {
      photos
          .flatMap(photo -> photo.item().stream())
          .filter(item -> Integer.parseInt(item.metadata().getOrDefault("year", "0")) >= year)
          .forEach(item -> items.add(item.id()));
    }
    return items;
  }

  @Test
  void pagesOfBothWaysAreWindowsOnOneRanking() {
    var whole = items("--mode", "hybrid", "-k", "12");
    var pieces = new ArrayList<String>();
    for (int from = 0; from < 12; from += 5) {
      pieces.addAll(items("--mode", "hybrid", "-k", "" + Math.min(5, 12 - from), "--offset", from));
    }

    assertThat(pieces).isEqualTo(whole).hasSize(12).doesNotHaveDuplicates();
  }

  @Test
  void whatCannotBeUnderstoodIsOneLineWithTheNearestName() {
    assertThat(Run.of("search", "a", "--filter", "ganre:horror", "--workspace", workspace))
        .satisfies(run -> {
          assertThat(run.exit()).isEqualTo(2);
          assertThat(run.err()).contains("--filter", "'ganre'", "did you mean 'genre'?");
        });
    assertThat(Run.of("search", "a".repeat(10_000), "--workspace", workspace))
        .satisfies(run -> {
          assertThat(run.exit()).isEqualTo(2);
          assertThat(run.err()).contains("at most 2000 characters, had 10000");
        });
    assertThat(Run.of("search", "a", "--weights", "look=2", "--workspace", workspace))
        .satisfies(run -> {
          assertThat(run.exit()).isEqualTo(2);
          assertThat(run.err()).contains("there is no weight 'look'");
        });
  }

  private static List<String> items(Object... options) {
    var words =
        new ArrayList<Object>(
            List.of("search", "도시의 밤", "--format", "json", "--workspace", workspace));
    words.addAll(List.of(options));
    var items = new ArrayList<String>();
    json(words.toArray()).forEach(hit -> items.add(hit.get("item").asString()));
    return items;
  }

  private static tools.jackson.databind.JsonNode json(Object... words) {
    var run = Run.of(words);
    assertThat(run.exit()).as(run.err()).isZero();
    return new JsonMapper().readTree(run.out());
  }
}
