package dev.anmok.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.anmok.app.reembed.SecondModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Prompts and queries in a language that the model does not know are left out with a note, or
/// refused where none remain.
class LanguageGuardTest {
  @TempDir static Path folder;
  private static Path workspace = Path.of("");

  @BeforeAll
  static void filled() throws IOException {
    workspace = folder.resolve("workspace");
    SecondModel.photos(folder.resolve("photos"));
    SecondModel.add(workspace, SecondModel.ENGLISH);
    var run = run("ingest", folder.resolve("photos"), "--profile", "album", "--model", "english");
    assertThat(run.exit()).as(run.err()).isZero();
  }

  private static Run run(Object... words) {
    var all = new ArrayList<Object>(List.of("--workspace", workspace));
    all.addAll(List.of(words));
    return Run.of(all.toArray());
  }

  private static Path profile(String text) throws IOException {
    return Files.writeString(Files.createTempFile(folder, "profile", ".yaml"), text);
  }

  @Test
  void koreanPromptsOfALensAreLeftOutWithANote() throws IOException {
    var mixed =
        profile(
            """
            name: dogs
            lens: {name: dogs, positive: [a dog, 강아지], negative: [a street, 거리]}
            curate: {keep: 1, require: 0}
            """);
    var english =
        profile(
            """
            name: dogs
            lens: {name: dogs, positive: [a dog], negative: [a street]}
            curate: {keep: 1, require: 0}
            """);

    var run = run("curate", "--profile", mixed, "--threshold", 0);
    assertThat(run.exit()).as(run.err()).isZero();
    assertThat(run.err())
        .contains(
            "2 prompts of 'dogs' are left out: the model english does not know their language");
    assertThat(run.out()).isEqualTo(run("curate", "--profile", english, "--threshold", 0).out());
  }

  @Test
  void aLensWithoutAPromptThatTheModelKnowsIsRefusedByName() throws IOException {
    var korean =
        profile(
            """
            name: dogs
            lens: {name: dogs, positive: [강아지], negative: [a street]}
            curate: {keep: 1}
            """);
    for (var words :
        List.<List<Object>>of(
            List.of("curate", "--profile", korean, "--threshold", 0),
            List.of("tune", "dogs", "--profile", korean))) {
      var run = run(words.toArray());
      assertThat(run.exit()).isEqualTo(1);
      assertThat(run.err())
          .contains("'dogs' cannot be asked of the model english, which knows English", "강아지");
    }
  }

  @Test
  void theAlbumIsAskedInEnglishAlone() {
    assertThat(run("status").err()).contains("prompts of 'categories' are left out");
    for (var question : List.of("categories", "highlights", "low-quality")) {
      var run = run(question);
      assertThat(run.exit()).as(run.err()).isZero();
    }
  }

  @Test
  void koreanQueriesOfAnEvaluationFindNothingAndAreSaid() throws IOException {
    var queries = folder.resolve("queries.csv");
    Files.writeString(queries, "query,relevant\na dog,item1\n강아지,item1\n");

    var run = run("evaluate", "retrieval", "--queries", queries, "--method", "vector");

    assertThat(run.exit()).as(run.err()).isZero();
    assertThat(run.err())
        .contains("1 queries found nothing: the model english knows English, not Korean");
  }
}
