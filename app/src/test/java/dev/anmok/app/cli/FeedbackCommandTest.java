package dev.anmok.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.anmok.app.feedback.ColouredItems;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

class FeedbackCommandTest {
  @TempDir Path folder;
  private Path workspace = Path.of("");

  @BeforeEach
  void ingest() throws IOException {
    workspace = folder.resolve("data");
    var photos = ColouredItems.draw(folder.resolve("photos"));
    var run = Run.of("ingest", photos, "--profile", "cafe", "--workspace", workspace);
    assertThat(run.exit()).as(run.err()).isZero();
  }

  private Run run(Object... words) {
    var all = new ArrayList<Object>(List.of("--workspace", workspace));
    all.addAll(List.of(words));
    return Run.of(all.toArray());
  }

  private Run done(Object... words) {
    var run = run(words);
    assertThat(run.exit()).as(run.err()).isZero();
    return run;
  }

  private void usage(String message, Object... words) {
    var run = run(words);
    assertThat(run.exit()).as(run.err()).isEqualTo(2);
    assertThat(run.err()).contains(message);
  }

  @Test
  void whatPeopleSayIsStoredReportedExportedAndForgotten() throws IOException {
    done("feedback", "add", "--kind", "liked", "--person", "kim", "--item", "red-00");
    assertThat(
            done("feedback", "add", "--kind", "liked", "--person", "kim", "--item", "red-00").err())
        .contains("known already");
    done("feedback", "add", "--kind", "disliked", "--person", "lee", "--item", "red-01");
    done(
        "feedback",
        "add",
        "--kind",
        "wrong-category",
        "--person",
        "lee",
        "--item",
        "blue-00",
        "--category",
        "모자, 여름",
        "--at",
        "2026-03-01");

    var report = done("feedback", "report");
    assertThat(report.out())
        .contains("liked           1")
        .contains("satisfaction    0.500")
        .contains("item red-01")
        .contains("모자, 여름");
    var json = new JsonMapper().readTree(done("feedback", "report", "--format", "json").out());
    assertThat(json.get("satisfaction").get("trials").asInt()).isEqualTo(2);

    var labels = folder.resolve("labels.csv");
    done("feedback", "export", "--kind", "wrong-category", "--to", labels);
    assertThat(Files.readAllLines(labels)).hasSize(2).first().isEqualTo("uri,label");
    assertThat(Files.readAllLines(labels).getLast()).contains("blue-00").endsWith("\"모자, 여름\"");

    var lines = folder.resolve("all.jsonl");
    done("feedback", "export", "--to", lines);
    assertThat(Files.readAllLines(lines)).hasSize(3);
    assertThat(done("feedback", "import", lines).err()).contains("3 lines read, 0 stored, 3 known");

    assertThat(done("feedback", "forget", "--before", "2026-03-02").err()).contains("1 rows");
    assertThat(done("feedback", "forget", "--person", "kim").err()).contains("1 rows");
    assertThat(done("feedback", "import", lines).err()).contains("3 lines read, 2 stored, 1 known");
  }

  @Test
  void aSearchSaysWhyNobodysTasteCounts() {
    assertThat(done("search", "circle", "--person", "kim").err()).contains("rank: on");
    assertThat(done("search", "circle").err()).doesNotContain("rank: on");
    usage("at most 128 characters", "search", "circle", "--person", "k".repeat(10_000));
  }

  @Test
  void anEvaluationOfAnEmptyLogSaysThatItIsTooLittle() {
    assertThat(done("evaluate", "feedback").out())
        .contains("0 answers", "Too little to say: at least 10");
    assertThat(done("evaluate", "feedback", "--format", "json").out())
        .contains("\"verdict\":\"too-few\"");
    usage("weight must be above 0", "evaluate", "feedback", "--weight", "0");
    usage("half-life", "evaluate", "feedback", "--half-life", "-1");
  }

  @Test
  void whatIsWrongIsSaid() throws IOException {
    usage("kind must be one of", "feedback", "add", "--kind", "loved", "--person", "kim");
    usage(
        "there is no item z", "feedback", "add", "--kind", "liked", "--person", "k", "--item", "z");
    usage("needs an item or a photo", "feedback", "add", "--kind", "liked", "--person", "kim");
    usage("--at must be a day", "feedback", "add", "--kind", "liked", "--at", "noon");
    usage("either --person ID or --before DATE", "feedback", "forget");
    usage("--before must be a day", "feedback", "forget", "--before", "yesterday");
    usage("must end in .jsonl or .csv", "feedback", "export", "--to", folder.resolve("a.txt"));
    usage("needs --kind wrong-category", "feedback", "export", "--to", folder.resolve("a.csv"));
    usage("say what to do", "feedback");
    var broken = Files.writeString(folder.resolve("b.jsonl"), "{}\n");
    var run = run("feedback", "import", broken);
    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.err()).contains("b.jsonl line 1: the key 'kind' is missing");
  }
}
