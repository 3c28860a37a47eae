package dev.anmok.spark;

import static org.assertj.core.api.Assertions.assertThat;

import dev.anmok.app.profile.Profiles;
import dev.anmok.app.source.Columns;
import dev.anmok.app.source.Sources;
import dev.anmok.app.table.FinishedPart;
import dev.anmok.app.table.TableFolder;
import dev.anmok.app.table.TableJob;
import dev.anmok.app.workspace.Models;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import scala.jdk.javaapi.CollectionConverters;

/// What attempts that were tried twice, or cut off half-way, leave behind; without a cluster.
class CommitsTest {
  @TempDir Path folder;
  private Path out = Path.of("");
  private Plan plan = new Plan(new JobFolder(""), job("", ""), List.of());
  private PartTask task = task(plan.folder(), "", "");

  @BeforeEach
  void planTwoParts() throws IOException {
    var manifest = Photos.manifest(folder, 6); // 12 lines
    out = folder.resolve("out");
    var text = Profiles.text("cafe");
    var space = Models.embedded().space().id();
    var source = Sources.open(manifest, Columns.DEFAULT);
    plan = Plan.prepare(JobFolder.of(out.toString()), source, job(text, space));
    task = task(plan.folder(), text, space);
  }

  @AfterEach
  void closeStages() throws IOException {
    ExecutorStages.closeCurrent();
  }

  private static TableJob job(String text, String space) {
    return new TableJob(
        TableJob.FORM, "m", "", "cafe", text, "anmok-mini", space, 8, 8, false, 0, 0);
  }

  private static PartTask task(JobFolder folder, String text, String space) {
    return new PartTask(new Work(folder, "cafe", text, "anmok-mini", null, space, 8, false), 8);
  }

  private PartReport.Done attempt(int part) {
    var report = task.apply(CollectionConverters.asScala(List.of(part).iterator()));
    assertThat(report).isInstanceOf(PartReport.Done.class);
    return (PartReport.Done) report;
  }

  private List<String> files(String name) throws IOException {
    try (var files = Files.list(out.resolve(name))) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void aPartThatRanTwiceIsThereOnce() throws IOException {
    var commits = new Commits(plan.folder());
    var first = attempt(0);
    var second = attempt(0);
    assertThat(first.draft()).isNotEqualTo(second.draft());
    assertThat(first.word()).as("the same rows, the same bytes").isEqualTo(second.word());

    commits.accept(second);
    commits.accept(attempt(1));
    plan.folder().deleteDrafts();

    assertThat(files("photos")).containsExactly("part-0000000.parquet", "part-0000001.parquet");
    assertThat(out.resolve("drafts")).doesNotExist();
    assertThat(plan.missing()).isEmpty();
    assertThat(TableFolder.open(out).files()).hasSize(2);
    assertThat(commits.photos()).isEqualTo(12);
  }

  @Test
  void aPartWithoutTheLedgersWordIsNotFinished() throws IOException {
    var commits = new Commits(plan.folder());
    commits.accept(attempt(1));
    plan.folder().publish(attempt(0).draft(), FinishedPart.photosFile(0)); // then the driver died

    assertThat(plan.missing()).containsExactly(0);

    commits.accept(attempt(0));
    assertThat(plan.missing()).isEmpty();
    assertThat(files("photos")).hasSize(2);
  }

  @Test
  void aPartOfAnotherSliceIsNotFinished() throws IOException {
    var word = attempt(0).word();
    var other = new FinishedPart(0, "0".repeat(64), word.rows(), 0, word.bytes(), word.sha256());
    plan.folder().publish(attempt(0).draft(), FinishedPart.photosFile(0));
    plan.folder().put(FinishedPart.ledgerFile(0), other.json());

    assertThat(plan.missing()).containsExactly(0, 1);
  }
}
