package dev.anmok.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RuntimeLibrariesTest {
  @Test
  void bothLibrariesAreUnpackedWholeAndNothingElse(@TempDir Path folder) throws IOException {
    assumeThat(RuntimeLibraries.unpack(folder)).as("libraries for this machine").isTrue();

    try (var files = Files.list(folder)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrder(
              System.mapLibraryName("onnxruntime"), System.mapLibraryName("onnxruntime4j_jni"));
    }
    assertThat(folder.resolve(System.mapLibraryName("onnxruntime"))).isNotEmptyFile();
  }
}
