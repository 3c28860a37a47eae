package dev.anmok.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.anmok.app.head.Heads;
import dev.anmok.app.head.StoredHead;
import dev.anmok.app.reembed.ReembedJob;
import dev.anmok.app.reembed.SecondModel;
import dev.anmok.app.workspace.Session;
import dev.anmok.core.pipeline.IngestOptions;
import dev.anmok.core.pipeline.PhotoFiles;
import dev.anmok.core.pipeline.Progress;
import dev.anmok.core.score.LinearHead;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A workspace of 25 photos changes its model.
class ReembedCommandTest {
  @TempDir static Path shared;
  @TempDir Path folder;
  private Path workspace = Path.of("");
  private Path photos = Path.of("");

  @BeforeAll
  static void filledOnce() throws IOException {
    SecondModel.photos(shared.resolve("photos"));
    SecondModel.add(shared.resolve("workspace"), SecondModel.CENTRE);
    var run =
        in(shared.resolve("workspace"), "ingest", shared.resolve("photos"), "--profile", "cafe");
    assertThat(run.exit()).as(run.err()).isZero();
  }

  /// A copy of the filled workspace; the photos are shared, and not to be changed.
  @BeforeEach
  void copied() throws IOException {
    workspace = folder.resolve("workspace");
    photos = shared.resolve("photos");
    SecondModel.copy(shared.resolve("workspace"), workspace);
  }

  /// Photos of one's own that may be changed, ingested.
  private void ownPhotos() throws IOException {
    photos = folder.resolve("photos");
    workspace = folder.resolve("own");
    SecondModel.photos(photos);
    SecondModel.add(workspace, SecondModel.CENTRE);
    done("ingest", photos, "--profile", "cafe");
  }

  private Run run(Object... words) {
    return in(workspace, words);
  }

  private static Run in(Path workspace, Object... words) {
    var all = new ArrayList<Object>(List.of("--workspace", workspace));
    all.addAll(List.of(words));
    return Run.of(all.toArray());
  }

  private Run done(Object... words) {
    var run = run(words);
    assertThat(run.exit()).as(run.err()).isZero();
    return run;
  }

  private static String found(Path workspace, Path photo) {
    var run =
        in(workspace, "search", "--image", photo, "--by", "photo", "-k", 25, "--format", "json");
    assertThat(run.exit()).as(run.err()).isZero();
    return run.out();
  }

  private String found() {
    return found(workspace, photos.resolve("item0/left.png"));
  }

  @Test
  void searchesGiveTheOldAnswersUntilTheSwitchThenTheNewOnesAndTheOldAfterARollback()
      throws IOException {
    var other = folder.resolve("other");
    SecondModel.add(other, SecondModel.CENTRE);
    assertThat(in(other, "ingest", photos, "--profile", "cafe", "--model", "centre").exit())
        .isZero();
    var old = found();

    var filled = done("reembed", "--model", "centre", "--workers", 2, "--batch", 4);
    assertThat(filled.err()).contains("25 photos embedded, 0 rejected", "--switch centre");
    assertThat(filled.out()).contains("overlap@10", "photos    25", "prompts");
    assertThat(found()).as("served as before").isEqualTo(old);

    var switched = done("reembed", "--switch", "centre");
    assertThat(switched.err()).contains("served by centre now", "--rollback");
    assertThat(found())
        .as("as if it had been filled with that model")
        .isEqualTo(found(other, photos.resolve("item0/left.png")))
        .isNotEqualTo(old);
    assertThat(done("ingest", photos, "--profile", "cafe", "--model", "centre").err())
        .contains("25 as before");

    assertThat(done("reembed", "--rollback").err()).contains("served by anmok-mini now");
    assertThat(found()).isEqualTo(old);
    assertThat(done("reembed", "--rollback").err()).as("and forward").contains("by centre now");
  }

  @Test
  void aStoppedRunGoesOnAndIsNotSwitchedToBefore() throws IOException {
    try (var session = Session.update(workspace, Optional.empty());
        var next = session.beside("centre")) {
      var options = new IngestOptions(1, 4, 11, false); // as if it were killed after eleven
      var stopped = new ReembedJob(next, options, new PhotoFiles(1 << 20)).embed(Progress.NONE);
      assertThat(stopped.embedded()).isEqualTo(11);
    }
    var old = found();

    var refused = run("reembed", "--switch", "centre");
    assertThat(refused.exit()).isEqualTo(1);
    assertThat(refused.err())
        .contains("14 of 25 photos have no vector", "run anmok reembed --model centre");
    assertThat(found()).isEqualTo(old);

    var rest = done("reembed", "--model", "centre", "--switch", "--format", "json");
    assertThat(rest.err()).contains("14 photos embedded");
    assertThat(rest.out()).contains("\"embedded\":25", "\"switched\":true", "overlap_at_5");
  }

  @Test
  void photosThatAreGoneAreNotLostUnseen() throws IOException {
    ownPhotos();
    Files.delete(photos.resolve("item1/top.png"));
    Files.writeString(photos.resolve("item2/top.png"), "another file");

    var filled = done("reembed", "--model", "centre");
    assertThat(filled.err()).contains("23 photos embedded, 2 rejected", "unembedded.csv");
    assertThat(Files.readString(workspace.resolve("unembedded.csv")))
        .contains("item1/top.png", "missing", "the file holds other bytes now");

    var refused = run("reembed", "--switch", "centre");
    assertThat(refused.exit()).isEqualTo(1);
    assertThat(refused.err())
        .contains("2 of 25 photos could not be embedded", "--retry-rejected", "--leave-out");
    done("reembed", "--switch", "centre", "--leave-out");
    assertThat(found()).doesNotContain("item1/top.png").contains("item1/left.png");
    done("reembed", "--rollback");
    assertThat(found()).contains("item1/top.png");

    SecondModel.photos(photos); // there again
    done("reembed", "--model", "centre", "--retry-rejected");
    assertThat(Files.readString(workspace.resolve("unembedded.csv")))
        .contains("uri,space,reason,detail")
        .doesNotContain("top.png");
  }

  @Test
  void anIndexThatCannotBeLookedAtIsNotErased() throws IOException {
    done("reembed", "--model", "centre");
    List<Path> indexes;
    try (var folders = Files.list(workspace.resolve("index"))) {
      indexes = folders.sorted().toList(); // anmok-mini-…, centre-…
    }
    var centre = indexes.getLast();
    Files.move(centre, folder.resolve("away"));
    SecondModel.copy(indexes.getFirst(), centre);
    var before = names(centre);

    var refused = run("reembed", "--model", "centre");

    assertThat(refused.exit()).isEqualTo(1);
    assertThat(refused.err()).contains(centre.toString(), "anmok-mini-");
    assertThat(names(centre)).isEqualTo(before);
  }

  private static List<String> names(Path folder) throws IOException {
    try (var files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void whatIsOfTheOldSpaceSaysSoAndIsValidAgainAfterARollback() throws IOException {
    done("tune", "mood", "--save");
    done("curate");
    try (var session = Session.read(workspace, Optional.empty())) {
      var space = session.pack().space();
      var head = LinearHead.of(space, new double[space.dimension()], 5);
      new Heads(workspace.resolve("heads"))
          .save(new StoredHead("taste", head, "by hand", Map.of()));
    }
    assertThat(done("status").err()).isEmpty();

    var switched = done("reembed", "--model", "centre", "--switch");
    assertThat(switched.err())
        .contains(
            "the curation of the space anmok-mini-",
            "is not valid any more; run: anmok curate",
            "the threshold of the lens 'mood' of the space anmok-mini-",
            "run: anmok tune mood --save",
            "the head 'taste' of the space anmok-mini-",
            "run: anmok train head --name taste --data CSV");
    assertThat(done("status", "--format", "json").out()).contains("\"left_behind\":[{");
    assertThat(run("report").err()).contains("the decisions were made in the space anmok-mini-");
    assertThat(run("highlights", "--head", "taste").err())
        .contains("a head for the space anmok-mini-");

    done("tune", "mood", "--save");
    done("curate");
    assertThat(done("status").err()).contains("taste").doesNotContain("mood", "curation");
    done("reembed", "--rollback");
    assertThat(done("status").err()).contains("the curation").doesNotContain("mood", "taste");
  }

  @Test
  void aSpaceIsDroppedOnlyWhenItIsNotServed() throws IOException {
    var space =
        run("reembed")
            .out()
            .lines()
            .filter(line -> line.contains("served"))
            .findFirst()
            .orElseThrow();
    var mini = space.substring(0, space.indexOf(' '));
    assertThat(run("reembed", "--rollback").err()).contains("there is no model to go back to");
    assertThat(run("reembed", "--drop", mini).err()).contains("is served");
    assertThat(run("reembed", "--drop", "nothing").err()).contains("no spaces called 'nothing'");

    done("tune", "mood", "--save");
    done("reembed", "--model", "centre", "--switch");
    assertThat(done("status").err()).contains("the threshold of the lens 'mood' of the space");
    assertThat(done("reembed", "--drop", "anmok-mini").err()).contains(mini + " is gone");
    assertThat(workspace.resolve("index").resolve(mini)).doesNotExist();
    assertThat(done("status").out()).doesNotContain(mini);
    assertThat(done("status").err()).doesNotContain("the threshold of the lens 'mood' of");
    assertThat(run("reembed", "--rollback").err())
        .contains("25 of 25 photos have no vector in " + mini, "reembed --model anmok-mini");
  }

  @Test
  void photosOfLaterAreAddedToASpaceThatIsThere() throws IOException {
    ownPhotos();
    done("reembed", "--model", "centre");
    Files.copy(photos.resolve("item0/left.png"), photos.resolve("item4/copy.png"));
    SecondModel.photos(folder.resolve("more"));
    var late = photos.resolve("item3/late.png");
    try (var out = Files.newOutputStream(late)) {
      javax.imageio.ImageIO.write(
          javax.imageio.ImageIO.read(folder.resolve("more/item3/left.png").toFile())
              .getSubimage(10, 10, 100, 120),
          "png",
          out);
    }
    done("ingest", photos, "--profile", "cafe");
    assertThat(run("reembed", "--switch", "centre").err()).contains("1 of 26 photos");

    var again = done("reembed", "--model", "centre", "--switch");
    assertThat(again.err()).contains("1 photos embedded");
    assertThat(again.out()).as("a photo at two places is one").contains("photos    26");
    assertThat(found()).contains("item4/copy.png", "item3/late.png");
  }

  @Test
  void queriesWithRightAnswersGiveTheFiguresOfBoth() throws IOException {
    var queries = folder.resolve("queries.csv");
    Files.writeString(
        queries, "query,relevant\na dog on the grass,item1\n강아지,item1\na street,item2\n");
    var run = done("reembed", "--model", "centre", "--queries", queries, "--sample", 0);

    assertThat(run.out()).contains("queries", "anmok-mini  all", "centre      all", "MRR");
  }

  @Test
  void queriesThatOneModelDoesNotUnderstandAreLeftOut() throws IOException {
    var queries = folder.resolve("queries.csv");
    Files.writeString(queries, "query,relevant\na dog on the grass,item1\n강아지,item1\n");
    workspace = folder.resolve("english");
    SecondModel.add(workspace, SecondModel.ENGLISH);
    SecondModel.add(workspace, SecondModel.ENGLISH + "-too");
    done("ingest", photos, "--profile", "cafe", "--model", SecondModel.ENGLISH);

    var run =
        done(
            "reembed",
            "--model",
            SecondModel.ENGLISH + "-too",
            "--queries",
            queries,
            "--sample",
            0,
            "--format",
            "json");

    assertThat(run.out()).contains("\"by\":\"queries\",\"queries\":1,", "\"left_out\":1,");
  }

  @Test
  void wrongWordsAreUsageErrors() {
    for (var words :
        List.of(
            List.of("--model", "absent"),
            List.of("--switch"),
            List.of("--rollback", "--drop", "x"),
            List.of("--model", "centre", "--switch", "other"),
            List.of("--switch", "centre", "--queries", "x.csv"),
            List.of("--model", "centre", "-k", "0"),
            List.of("--model", "centre", "--batch", "0"))) {
      var all = new ArrayList<Object>(List.of("reembed"));
      all.addAll(words);
      var run = run(all.toArray());
      assertThat(run.exit()).as(words + ": " + run.err()).isEqualTo(2);
    }
  }
}
