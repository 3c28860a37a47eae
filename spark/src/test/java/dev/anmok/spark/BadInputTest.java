package dev.anmok.spark;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.anmok.app.profile.Profiles;
import dev.anmok.app.table.TableJob;
import dev.anmok.core.pipeline.SourcePhoto;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Bad input ends in one clear line and the right exit code, before a cluster is asked where it
/// can.
class BadInputTest {
  @TempDir Path folder;
  private Path manifest = Path.of("");
  private Path out = Path.of("");

  @BeforeEach
  void oneLineManifest() throws IOException {
    manifest = write("m.csv", "uri,item\nnothing.jpg,a\n");
    out = folder.resolve("out");
  }

  @AfterEach
  void closeStages() throws IOException {
    ExecutorStages.closeCurrent();
  }

  private Path write(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  private Job run(Object... more) {
    var words = new java.util.ArrayList<Object>();
    words.addAll(List.of("--manifest", manifest, "--out", out, "--master", "local[1]"));
    words.addAll(List.of(more));
    return Job.of(words.toArray());
  }

  private static void last(Job run, int exit, String... parts) {
    assertThat(run.exit()).as(run.err()).isEqualTo(exit);
    assertThat(run.lines().getLast()).startsWith("anmok: ").contains(parts);
  }

  @Test
  void aMalformedLineIsNamedBeforeAnythingIsWritten() throws IOException {
    manifest = write("m.csv", "uri,item\na.jpg,a\nb.jpg,b,c,d\n");

    last(run("--profile", "cafe"), 1, "m.csv", "3", "not valid CSV");
    assertThat(out).doesNotExist();
  }

  @Test
  void whatIsNotThereIsAUsageError() {
    last(run("--profile", "caffe"), 2, "caffe");
    last(run("--profile", "cafe", "--model", "clip-no"), 2, "unknown model 'clip-no'");
    last(run("--profile", "cafe", "--part", "12"), 2, "--part must be a multiple of --batch");
    manifest = folder.resolve("nowhere.csv");
    last(run("--profile", "cafe"), 2, "nowhere.csv", "no such folder or manifest");
  }

  @Test
  void aFolderOfAnotherJobIsRefusedByName() throws IOException {
    assertThat(run("--profile", "cafe").exit()).isZero();
    var about = out.resolve(TableJob.FILE);
    var job = Files.readString(about);

    last(run("--profile", "album"), 1, out.toString(), "begun with the profile cafe, not album");
    last(run("--profile", "cafe", "--part", "8"), 1, "parts and batches 512/8, not 8/8");
    last(run("--profile", "cafe", "--allow-urls"), 1, "begun with URLs rejected, not fetched");
    Files.writeString(about, job.replace("\"allowUrls\" : false", "\"allowUrls\" : true"));
    last(run("--profile", "cafe"), 1, "begun with --allow-urls, not without it");
    var earlier = job.replaceFirst("\\s*\"allowUrls\" *: *false,", "");
    assertThat(earlier).isNotEqualTo(job);
    assertThat(TableJob.parse("job.json", earlier.getBytes(UTF_8)).parts()).isEqualTo(1);
    Files.writeString(about, earlier);
    last(run("--profile", "cafe"), 1, "did not say whether URLs are fetched");
    Files.writeString(about, job);
    write("m.csv", "uri,item\nother.jpg,a\n");
    last(run("--profile", "cafe"), 1, "an earlier content of the manifest", "m.csv");
    manifest = write("n.csv", "uri,item\nother.jpg,a\n");
    last(run("--profile", "cafe"), 1, "begun with the manifest", "m.csv, not", "n.csv");
    Files.writeString(about, job.replaceFirst("(\"space\" *: *\")[^\"]*", "$1other-space"));
    last(run("--profile", "cafe"), 1, "begun with the vector space other-space, not anmok-mini");
  }

  @Test
  void aFolderOfSomethingElseIsLeftAlone() throws IOException {
    Files.createDirectories(out);
    Files.writeString(out.resolve("thesis.txt"), "mine");

    last(run("--profile", "cafe"), 1, "holds something else, such as 'thesis.txt'");
    assertThat(out).isDirectoryContaining("glob:**thesis.txt");
    assertThat(out.resolve(TableJob.FILE)).doesNotExist();
  }

  /// The driver's checks cannot see what lies on the nodes.
  @Test
  void anExecutorWithoutTheModelPackSaysWhichAndWhatToDo() throws IOException {
    var models = Files.createDirectories(folder.resolve("models"));
    var job = JobFolder.of(folder.toString());
    var text = Profiles.text("cafe");
    var work = new Work(job, "cafe", text, "clip-b32", models.toString(), "clip-1", 8, false);

    assertThatThrownBy(() -> new PartTask(work, 8).apply(one()))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining("the model pack 'clip-b32' is not in " + models + " on this node")
        .hasMessageContaining("copy its folder there on every node");
  }

  @Test
  void anExecutorWithAnotherPackOfTheNameSaysSo() throws IOException {
    var job = JobFolder.of(folder.toString());
    var text = Profiles.text("cafe");
    var work = new Work(job, "cafe", text, "anmok-mini", null, "anmok-mini-old", 8, false);

    assertThatThrownBy(() -> new PartTask(work, 8).apply(one()))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining("'anmok-mini'")
        .hasMessageContaining("on the driver's it made anmok-mini-old");
  }

  private static scala.collection.Iterator<Integer> one() {
    return scala.jdk.javaapi.CollectionConverters.asScala(List.of(0).iterator());
  }

  @Test
  void aSliceKeepsEveryLine() throws IOException {
    var flawed = new SourcePhoto("/m.csv:4", null, "m.csv line 4: 'uri' is empty");
    var slice = new Slice(List.of(flawed, new SourcePhoto("/a \"b\".jpg", null)));

    assertThat(Slice.parse(slice.bytes())).isEqualTo(slice);
    assertThat(slice.sha256()).isEqualTo(Slice.parse(slice.bytes()).sha256()).hasSize(64);
  }
}
