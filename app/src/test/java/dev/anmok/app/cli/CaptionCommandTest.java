package dev.anmok.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.anmok.app.words.QueryText;
import dev.anmok.app.words.WordModels;
import dev.anmok.app.workspace.Session;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Captions and translations of a workspace, by the tiny packs of the module onnx.
class CaptionCommandTest {
  private static final Path PACKS = Path.of("../onnx/src/test/resources/dev/anmok/onnx");
  private static final Path MINI = Path.of("../onnx/src/main/resources/packs/anmok-mini");

  @TempDir Path folder;
  private Path workspace = Path.of("");
  private Path photos = Path.of("");

  @BeforeEach
  void drawnPhotos() throws IOException {
    workspace = folder.resolve("workspace");
    photos = Files.createDirectories(folder.resolve("photos"));
    try (var files = Files.list(PACKS.resolve("tiny-captions/golden"))) {
      for (var file : files.toList()) {
        Files.copy(file, photos.resolve("" + file.getFileName()));
      }
    }
  }

  private Path profile(String when) throws IOException {
    var profile =
        """
        name: shapes
        lens: {name: mood, positive: [a circle], negative: [a square]}
        curate: {keep: 1}
        captions: {with: tiny-captions}
        translate: {with: tiny-ko-en, when: %s}
        """
            .formatted(when);
    return Files.writeString(folder.resolve("shapes.yaml"), profile);
  }

  private Run run(Object... words) {
    var all = new java.util.ArrayList<Object>(List.of("--workspace", workspace));
    all.addAll(List.of(words));
    return Run.of(all.toArray());
  }

  private void ingest(String when, Object... more) throws IOException {
    var words =
        new java.util.ArrayList<Object>(List.of("ingest", photos, "--profile", profile(when)));
    words.addAll(List.of(more));
    var run = run(words.toArray());
    assertThat(run.exit()).as(run.err()).isZero();
  }

  private void add(String pack) {
    var run = run("models", "add", PACKS.resolve(pack));
    assertThat(run.exit()).as(run.err()).isZero();
  }

  @Test
  void captionsEveryPhotoOnceAndExportsWhatWasSaid() throws IOException {
    ingest("never");
    add("tiny-captions");
    Files.writeString(photos.resolve("circle-red-white.png"), "no longer a picture");

    var first = run("caption", "--limit", 2);
    var second = run("caption");
    var third = run("caption");

    assertThat(first.exit()).as(first.err()).isZero();
    assertThat(first.err() + second.err())
        .contains("3 of 4 photos have captions")
        .contains("1 failed")
        .contains("1 x the photo is ");
    assertThat(third.err()).contains("0 photos captioned, 0 failed");
    var file = folder.resolve("all.jsonl");
    assertThat(run("export", "--to", file).exit()).isZero();
    assertThat(Files.readString(file))
        .contains("\"caption\":\"a green triangle on a white background\"")
        .contains("\"caption\":\"a blue square on a black background\"")
        .contains("\"caption\":\"\"");
  }

  @Test
  void withoutACaptionerItSaysWhatToDo() throws IOException {
    ingest("never");

    var missing = run("caption");
    assertThat(missing.exit()).isEqualTo(1);
    assertThat(missing.err())
        .contains("unknown translator or captioner 'tiny-captions'")
        .contains("anmok models add FOLDER");
    var none = run("caption", "--profile", "cafe");
    assertThat(none.exit()).isEqualTo(2);
    assertThat(none.err()).contains("names no captioner");
  }

  @Test
  void packsAreListedVerifiedAndAddedOnce() throws IOException {
    add("tiny-ko-en");

    assertThat(run("models", "list").out()).contains("tiny-ko-en", "translator", "ko to en");
    assertThat(run("models", "verify", "tiny-ko-en").out())
        .contains("8 texts have the stated tokens and translations");
    var again = run("models", "add", PACKS.resolve("tiny-ko-en"));
    assertThat(again.exit()).isEqualTo(1);
    assertThat(again.err()).contains("is there already");
  }

  @Test
  void weightsThatAreNotForCommercialUseComeInByNameOnly() throws IOException {
    var pack = Files.createDirectories(folder.resolve("pack"));
    copy(PACKS.resolve("tiny-ko-en"), pack);
    var json = pack.resolve("model.json");
    Files.writeString(
        json,
        Files.readString(json)
            .replace("\"commercial\": true", "\"commercial\": false")
            .replace("\"reason\": \"\"", "\"reason\": \"a test says so\""));

    var refused = run("models", "add", pack);
    assertThat(refused.exit()).isEqualTo(1);
    assertThat(refused.err()).contains("not for commercial use: a test says so");
    assertThat(run("models", "add", pack, "--non-commercial", "tiny-ko-en").exit()).isZero();
  }

  @Test
  void anEnglishSpaceTranslatesKoreanOrRefusesIt() throws IOException {
    var pack = Files.createDirectories(workspace.resolve("models/english"));
    copy(MINI, pack);
    var json = pack.resolve("model.json");
    Files.writeString(
        json,
        Files.readString(json)
            .replace("\"id\": \"anmok-mini\"", "\"id\": \"english\"")
            .replaceFirst("\"ko\",\\s*", ""));
    add("tiny-ko-en");
    ingest("needed", "--model", "english");

    try (var session = Session.read(workspace, Optional.empty());
        var queries = WordModels.queries(session)) {
      var found = (QueryText.Readings) queries.of("빨간 원");
      assertThat(found.translation()).contains("red circle");
      assertThat(found.original()).isEmpty();
    }
    try (var session = Session.read(workspace, Optional.of("" + profile("never")));
        var queries = WordModels.queries(session)) {
      var refused = (QueryText.Refused) queries.of("빨간 원");
      assertThat(refused.problem()).startsWith("the model english knows English, not Korean");
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    try (var files = Files.walk(from)) {
      for (var file : files.toList()) {
        var target = to.resolve(from.relativize(file).toString());
        if (!Files.isDirectory(target)) {
          Files.copy(file, target);
        }
      }
    }
  }
}
