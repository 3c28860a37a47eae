package dev.anmok.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.anmok.app.reembed.SecondModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A pack in another of its precisions, `id:variant`, wherever a model is named.
class ModelVariantTest {
  private static final Path CLIP =
      Path.of("../onnx/src/test/resources/dev/anmok/onnx/encoders/tiny-clip");

  @TempDir Path folder;
  private Path pack = Path.of("");
  private Path photos = Path.of("");

  @BeforeEach
  void filled() throws IOException {
    pack = folder.resolve("workspace/models/tiny-clip");
    SecondModel.copy(CLIP, pack);
    photos = folder.resolve("photos");
    SecondModel.photos(photos);
  }

  private Run run(Object... words) {
    var all = new ArrayList<Object>(List.of("--workspace", folder.resolve("workspace")));
    all.addAll(List.of(words));
    return Run.of(all.toArray());
  }

  private Run done(Object... words) {
    var run = run(words);
    assertThat(run.exit()).as(run.err()).isZero();
    return run;
  }

  private String found() {
    return done("search", "a dog", "--by", "photo", "-k", 25, "--format", "json").out();
  }

  @Test
  void aWorkspaceIsFilledByItAndStaysWithIt() throws IOException {
    Files.delete(pack.resolve("vision_model.onnx")); // or it would be opened unseen
    Files.delete(pack.resolve("text_model.onnx"));

    done("ingest", photos, "--profile", "cafe", "--model", "tiny-clip:int8");

    assertThat(done("status").out()).contains("tiny-clip-int8-");
    assertThat(done("reembed", "--format", "json").out())
        .contains("\"model\":\"tiny-clip:int8\"", "\"space\":\"tiny-clip-int8-");
    assertThat(found()).contains("item0");
    assertThat(done("ingest", photos, "--profile", "cafe", "--model", "tiny-clip:int8").err())
        .contains("25 as before");
    var other = run("ingest", photos, "--profile", "cafe", "--model", "tiny-clip:fp16");
    assertThat(other.err())
        .contains("was filled with the model tiny-clip:int8, not tiny-clip:fp16");
    assertThat(done("models", "verify", "tiny-clip:int8").out())
        .contains("tiny-clip:int8: 5 files have the stated SHA-256");
  }

  @Test
  void twoPrecisionsAreTwoSpaces() {
    done("ingest", photos, "--profile", "cafe", "--model", "tiny-clip");
    var whole = found();

    var switched = done("reembed", "--model", "tiny-clip:int8", "--switch");

    assertThat(switched.err())
        .contains("25 photos embedded", "served by tiny-clip:int8 now (tiny-clip-int8-");
    assertThat(found()).isNotEqualTo(whole);
    assertThat(done("reembed", "--rollback").err()).contains("served by tiny-clip now");
    assertThat(found()).isEqualTo(whole);
    var space =
        done("reembed")
            .out()
            .lines()
            .filter(line -> line.startsWith("tiny-clip-int8-"))
            .findFirst()
            .orElseThrow();
    var id = space.substring(0, space.indexOf(' '));
    assertThat(done("reembed", "--switch", id).err()).contains("served by tiny-clip:int8 now");
    done("reembed", "--rollback");
    assertThat(done("reembed", "--drop", "tiny-clip:int8").err()).contains(id + " is gone");
  }

  @Test
  void onesThatAreNotThereAreNamed() {
    done("ingest", photos, "--profile", "cafe", "--model", "tiny-clip");
    for (var words :
        List.of(
            new Object[] {"ingest", photos, "--profile", "cafe", "--model"},
            new Object[] {"reembed", "--model"},
            new Object[] {"models", "bench"})) {
      var all = new ArrayList<>(List.of(words));
      all.add("tiny-clip:int4");
      var run = run(all.toArray());
      assertThat(run.err())
          .contains("the model tiny-clip has no variant 'int4': there are fp16, int8");
      assertThat(run.exit()).isEqualTo(2);
    }
    var embedded = run("models", "bench", "anmok-mini:int8");
    assertThat(embedded.err())
        .contains("the model anmok-mini has no variant 'int8': it comes in one precision");
    assertThat(embedded.exit()).isEqualTo(2);
    assertThat(run("models", "bench", "none:int8").err()).contains("unknown model 'none:int8'");
  }

  @Test
  void aPackComesInWithAllItsPrecisions() throws IOException {
    var into = folder.resolve("other");
    var run = Run.of("--workspace", into, "models", "add", CLIP);

    assertThat(run.out()).contains("int8: 5 files have the stated SHA-256", "fp16: 5 files");
    assertThat(into.resolve("models/tiny-clip/text_model_int8.onnx")).exists();
    assertThat(
            Run.of("--workspace", into, "models", "bench", "tiny-clip:int8", "--seconds", 1).exit())
        .isZero();
  }
}
