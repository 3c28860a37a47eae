package dev.anmok.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// From a manifest with facts to filtered counts, by the commands a user types.
class FacetsCommandTest {
  private static final String PROFILE =
      """
      name: films
      lens: {name: any, threshold: 0, positive: [a poster], negative: [a room]}
      curate: {keep: 1}
      search:
        fields:
          - {name: genre, type: list, from: genres, labels: {ko: 장르}}
          - {name: year, type: integer}
          - {name: adult, type: boolean}
        facets: [genre, year]
      """;

  @TempDir static Path folder;
  private static Path workspace = Path.of("");
  private static Path profile = Path.of("");
  private static String ingested = "";

  @BeforeAll
  static void ingest() throws IOException {
    workspace = folder.resolve("data");
    profile = Files.writeString(folder.resolve("films.yaml"), PROFILE);
    for (int i = 0; i < 4; i++) {
      var picture = new BufferedImage(80, 60, BufferedImage.TYPE_INT_RGB);
      picture.createGraphics().setColor(Color.RED);
      picture.setRGB(i, i, 0xFFFFFF);
      ImageIO.write(picture, "png", folder.resolve(i + ".png").toFile());
    }
    var manifest =
        Files.writeString(
            folder.resolve("films.jsonl"),
            """
            {"uri": "0.png", "item": "a", "genres": ["Drama", "Sci-Fi, Fantasy"], "year": 1999, "adult": false}
            {"uri": "1.png", "item": "b", "genres": ["drama"], "year": 2005, "adult": true}
            {"uri": "2.png", "item": "c", "genres": ["Drama"], "year": "MMV"}
            {"uri": "3.png", "item": "d", "genres": ["다큐"], "year": 2005}
            """);
    ingested = ok("ingest", manifest, "--profile", profile, "--workspace", workspace).err();
  }

  @Test
  void itemsAreCountedByValue() {
    assertThat(ok("facets", "--workspace", workspace).out().lines())
        .containsExactly(
            "field  items by value",
            "genre  Drama 3, Sci-Fi, Fantasy 1, 다큐 1",
            "year   2005 2, 1999 1 (1999 to 2005)");
  }

  @Test
  void aFilterChoosesAndLeavesItsOwnFieldOpen() {
    assertThat(
            ok(
                    "facets",
                    "--filter",
                    "장르:다큐 year>=2000",
                    "--format",
                    "json",
                    "--workspace",
                    workspace)
                .out()
                .strip())
        .isEqualTo(
            """
            [{"field":"genre","type":"list","labels":{"ko":"장르"},"values":[{"value":"drama","items":1},\
            {"value":"다큐","items":1}],"others":0},\
            {"field":"year","type":"integer","labels":{},"values":[{"value":2005,"items":1}],"others":0,\
            "range":{"from":2005,"to":2005}}]\
            """);
  }

  @Test
  void misfitsAreToldAtIngestAndListedOnDemand() {
    assertThat(ingested)
        .contains("1 value of 'year' is left out, not being a whole number: 'MMV' of item c");
    assertThat(ok("status", "--misfits", "--workspace", workspace).out().strip())
        .isEqualTo("c: year 'MMV' is not a whole number");
    assertThat(ok("status", "--misfits", "--format", "json", "--workspace", workspace).out())
        .contains("\"item\":\"c\"")
        .contains("\"value\":\"MMV\"");
  }

  @Test
  void rowsWithoutAPosterOrAnItemLoseNothing(@TempDir Path other) throws IOException {
    var data = other.resolve("data");
    var manifest =
        Files.writeString(
            folder.resolve("loose.csv"),
            "uri,title,genres,year\n0.png,Alien,Horror,1979\n,Lost,Drama,1999\n2.png,,Drama,1986\n");
    var told = ok("ingest", manifest, "--profile", profile, "--workspace", data).err();

    assertThat(told).contains("3 photos: 2 new", "1 rejected (1 missing)");
    assertThat(Files.readString(data.resolve("rejected.csv")))
        .contains("loose.csv line 3: 'uri' is empty");
    assertThat(ok("facets", "--facet", "genre,year", "--workspace", data).out())
        .contains("Drama 1, Horror 1", "1979 1, 1986 1");
    assertThat(ok("search", "alien", "--mode", "words", "--workspace", data).out())
        .contains("Alien");
    var misfits = ok("status", "--misfits", "--workspace", data);
    assertThat(misfits.out()).isEmpty();
    assertThat(misfits.err()).contains("every value fits its field");
  }

  @Test
  void mistakesAreUsageErrorsOfOneLine() {
    var field = Run.of("facets", "--filter", "ganre:drama", "--workspace", workspace);
    assertThat(field.exit()).isEqualTo(2);
    assertThat(field.err())
        .contains("--filter: at character 1: there is no field 'ganre'; did you mean 'genre'?");
    var facet = Run.of("facets", "--facet", "yaer", "--workspace", workspace);
    assertThat(facet.exit()).isEqualTo(2);
    assertThat(facet.err()).contains("no field 'yaer'; did you mean 'year'?");
    assertThat(Run.of("facets", "-k", "0", "--workspace", workspace).exit()).isEqualTo(2);
  }

  @Test
  void anIndexFollowsTheProfile(@TempDir Path other) throws IOException {
    var data = other.resolve("data");
    var changed = other.resolve("films.yaml");
    var manifest = folder.resolve("films.jsonl");
    Files.writeString(changed, PROFILE);
    ok("ingest", manifest, "--profile", changed, "--workspace", data);
    Files.writeString(changed, PROFILE.replace("{name: adult", "{name: grownups, from: adult"));
    ok("ingest", manifest, "--profile", changed, "--workspace", data);
    assertThat(ok("facets", "--facet", "grownups", "--workspace", data).out())
        .contains("grownups  false 1, true 1");
    // the same fields, read from another column
    Files.writeString(changed, PROFILE.replace("from: genres", "from: year"));
    ok("ingest", manifest, "--profile", changed, "--workspace", data);
    assertThat(ok("facets", "--facet", "genre", "--workspace", data).out())
        .contains("genre  2005 2, 1999 1, MMV 1");
  }

  private static Run ok(Object... words) {
    var run = Run.of(words);
    assertThat(run.exit()).as(run.err()).isZero();
    return run;
  }
}
