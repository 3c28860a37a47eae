package dev.anmok.spark;

import static org.assertj.core.api.Assertions.assertThat;

import dev.anmok.app.table.FinishedPart;
import dev.anmok.app.workspace.Indexes;
import dev.anmok.app.workspace.Session;
import dev.anmok.opensearch.SharedNode;
import dev.anmok.opensearch.TestCluster;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/// A table indexed by executors answers as an index that is rebuilt from a catalog of that table:
/// the real job, catalog and node.
@ExtendWith(SharedNode.class)
class IndexOnSparkTest {
  private static final int PHOTOS = 20;

  private static final List<List<String>> QUESTIONS =
      List.of(
          List.of("search", "a red circle", "--mode", "vector", "--by", "photo"),
          List.of("search", "공포 horror", "--mode", "words", "--by", "photo"),
          List.of("search", "바다", "--mode", "words", "--by", "item"),
          List.of("search", "drama by the sea", "--mode", "hybrid", "--filter", "year>=2000"),
          List.of("similar", "film-2"),
          List.of("facets", "--all"));

  private final TestCluster node;
  @TempDir Path folder;

  IndexOnSparkTest(TestCluster node) {
    this.node = node;
  }

  /// Items across parts, one whose rows disagree, one place twice, broken files, one of no item.
  private Path manifest() throws IOException {
    Photos.manifest(folder, PHOTOS);
    var lines = new ArrayList<String>();
    lines.add("uri,item,title,genres,year,overview");
    for (int n = 0; n < PHOTOS; n++) {
      int film = n / 3;
      lines.add(
          "%s,film-%d,\"영화 %d\",%s,%d,\"바다의 이야기 number %d\""
              .formatted(
                  photo(n),
                  film,
                  film,
                  film % 2 == 0 ? "Horror|Drama" : "Drama",
                  1996 + film,
                  film));
    }
    lines.add(folder.resolve("words.jpg") + ",film-9,Broken,Horror,1990,");
    lines.add(photo(17) + ",film-0,\"영화 0\",Comedy,2010,\"a later word\"");
    lines.add(folder.resolve("copy.jpg") + ",,,,,");
    return Files.write(folder.resolve("films.csv"), lines);
  }

  private Path photo(int number) {
    return folder.resolve("photos/%04d.jpg".formatted(number));
  }

  private Path table() throws IOException {
    var out = folder.resolve("table");
    var run =
        Job.of(
            "--manifest",
            manifest(),
            "--profile",
            "poster",
            "--out",
            out,
            "--part",
            8,
            "--master",
            "local[2]");
    assertThat(run.exit()).as(run.err()).isZero();
    return out;
  }

  private Path settings(Path file, String alias) throws IOException {
    return Files.writeString(
        file,
        """
        kind: opensearch
        addresses: ["%s"]
        alias: %s
        replicas: 0
        """
            .formatted(node.addresses().getFirst(), alias));
  }

  private Path workspace(Path table, String alias) throws IOException {
    var workspace = folder.resolve(alias);
    Program.run("import", "--parquet", table, "--no-index", "--workspace", workspace);
    settings(workspace.resolve("index.yml"), alias);
    return workspace;
  }

  private static Map<String, String> answers(Path workspace) throws IOException {
    var answers = new LinkedHashMap<String, String>();
    for (var question : QUESTIONS) {
      var words = new ArrayList<Object>(question);
      words.addAll(List.of("--format", "json", "--workspace", workspace));
      answers.put(question.toString(), Program.run(words.toArray()));
    }
    try (var session = Session.read(workspace, Optional.empty());
        var index = Indexes.open(session)) {
      answers.put("photos", "" + index.size());
      answers.put(
          "generation", index.generation() + " of " + session.workspace().catalog().generation());
    }
    return answers;
  }

  private static long generation(Path workspace) throws IOException {
    try (var session = Session.read(workspace, Optional.empty())) {
      return session.workspace().catalog().generation();
    }
  }

  @Test
  void answersAreThoseOfAnIndexThatIsRebuiltFromTheCatalog() throws IOException {
    var table = table();
    var rebuilt = workspace(table, "rebuilt");
    Program.run("index", "rebuild", "--workspace", rebuilt);
    var straight = workspace(table, "straight");
    var settings = straight.resolve("index.yml");

    var run = IndexJob.of(table, settings, generation(straight));

    assertThat(run.exit()).as(run.err()).isZero();
    assertThat(run.err()).contains("21 photos indexed as straight-");
    var answers = answers(straight);
    assertThat(answers).isEqualTo(answers(rebuilt)).containsEntry("photos", "21");
    assertThat(answers.values()).as("answers").doesNotContain("[]\n", "[]");
    assertThat(answers.get("[facets, --all]")).contains("Comedy");
    assertThat(Program.run("index", "--workspace", straight)).contains("21 photos", "up to date");

    lostSlicesAreOneLine(table, settings);
    brokenPartsLeaveTheServedIndex(table, settings);
    assertThat(Program.run("index", "--workspace", straight)).contains("21 photos", "up to date");
  }

  private void lostSlicesAreOneLine(Path table, Path settings) throws IOException {
    var aside = Files.move(table.resolve("slices"), folder.resolve("slices"));

    var run = IndexJob.of(table, settings, 0);

    assertThat(run.exit()).as(run.err()).isEqualTo(1);
    assertThat(run.lines().getLast())
        .startsWith("anmok: " + table)
        .contains("slices/part-", ": missing or damaged", "cuts the manifest anew");
    assertThat(run.err()).doesNotContain("\tat ");
    Files.move(aside, table.resolve("slices"));
  }

  private static void brokenPartsLeaveTheServedIndex(Path table, Path settings) throws IOException {
    var file = table.resolve(FinishedPart.photosFile(1));
    var bytes = Files.readAllBytes(file);
    bytes[bytes.length / 2] ^= 1;
    Files.write(file, bytes);

    var run = IndexJob.of(table, settings, 0);

    assertThat(run.exit()).as(run.err()).isEqualTo(1);
    assertThat(run.err())
        .contains("part 1 on executor", FinishedPart.photosFile(1) + ": damaged: its SHA-256")
        .contains("1 of 3 parts failed; the index that was served stays as it was");
  }
}
