package dev.anmok.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.anmok.app.sample.SamplePictures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a newcomer types first.
class DemoCommandTest {
  @TempDir Path folder;

  @Test
  void aDemoThatWasStoppedWhileDrawingIsDrawnToTheEnd() throws IOException {
    var workspace = folder.resolve("demo");
    Files.createDirectories(workspace.resolve("photos")); // and no word that they are all there

    var run = Run.of("demo", "--workspace", workspace);

    assertThat(run.exit()).as(run.err()).isZero();
    assertThat(workspace.resolve(SamplePictures.TRUTH)).exists();
    assertThat(run.out()).contains("창가 자리가 있는 아늑한 카페").doesNotContain("nothing");
    assertThat(workspace.resolve("report.html")).exists();
  }
}
