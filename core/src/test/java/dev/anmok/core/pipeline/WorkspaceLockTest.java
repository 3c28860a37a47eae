package dev.anmok.core.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class WorkspaceLockTest {
  @TempDir Path folder;

  private Process holder(Path workspace) throws IOException {
    var process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                LockHolder.class.getName(),
                workspace.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    assertThat(process.inputReader().readLine()).isEqualTo("held");
    return process;
  }

  private void assertHeldBy(Path workspace, long pid) {
    assertThatThrownBy(() -> WorkspaceLock.acquire(workspace))
        .isInstanceOf(IOException.class)
        .hasMessage(
            workspace + " is being written by process " + pid + ": wait for it to end, or stop it");
  }

  @Test
  void namesTheOtherProcessThatHoldsIt() throws Exception {
    var workspace = folder.resolve("new");
    var process = holder(workspace);
    assertHeldBy(workspace, process.pid());
    process.outputWriter().close();
    process.waitFor();

    WorkspaceLock.acquire(workspace).close();
  }

  @Test
  void aKilledProcessHoldsNothing() throws Exception {
    var process = holder(folder);
    process.destroyForcibly().waitFor();

    try (var _ = WorkspaceLock.acquire(folder)) {
      assertHeldBy(folder, ProcessHandle.current().pid());
    }
  }

  @Test
  void isHeldOnceWithinAProcessToo() throws Exception {
    var alias = Files.createSymbolicLink(folder.resolve("alias"), folder);
    try (var _ = WorkspaceLock.acquire(folder)) {
      assertHeldBy(folder, ProcessHandle.current().pid());
      assertHeldBy(alias, ProcessHandle.current().pid());
      var process =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-cp",
                  System.getProperty("java.class.path"),
                  LockHolder.class.getName(),
                  folder.toString())
              .redirectErrorStream(true)
              .start();
      assertThat(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
          .contains("is being written by process " + ProcessHandle.current().pid());
      assertThat(process.waitFor()).isNotZero();
    }
    WorkspaceLock.acquire(folder).close();
  }

  @Test
  void saysThatAWorkspaceCannotBeMade() throws IOException {
    var file = Files.writeString(folder.resolve("file"), "x");

    assertThatThrownBy(() -> WorkspaceLock.acquire(file))
        .isInstanceOf(IOException.class)
        .hasMessageStartingWith("the workspace " + file + " cannot be written");
  }
}
