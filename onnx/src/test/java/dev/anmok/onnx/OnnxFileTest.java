package dev.anmok.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OnnxFileTest {
  @TempDir Path directory;

  @Test
  void aRealModelSaysWhatGoesInAndComesOut() throws IOException {
    var file = OnnxFile.read(PackFolder.source().resolve("text.onnx"));

    assertThat(file.inputs()).containsExactlyInAnyOrder("input_ids", "attention_mask");
    assertThat(file.outputs()).containsExactly("embedding");
    assertThat(file.externals()).isEmpty();
  }

  @Test
  void weightsAmongTheInputsAreNoInputs() throws IOException {
    var file = read(DrawnOnnx.of(List.of("x", "w"), List.of("y"), ""));

    assertThat(file.inputs()).containsExactly("x");
  }

  @Test
  void weightsOutsideAreFoundInTheGraphAndInItsBranches() throws IOException {
    var plain = read(DrawnOnnx.of(List.of("x"), List.of("y"), "model.onnx_data"));

    assertThat(plain.externals()).containsExactly("model.onnx_data");
    assertThat(read(DrawnOnnx.nested("../../etc/passwd")).externals())
        .containsExactly("../../etc/passwd");
  }

  @Test
  void whatIsNoModelIsSaid() throws IOException {
    var whole = DrawnOnnx.of(List.of("x"), List.of("y"), "");
    for (var bytes :
        List.of(
            "<!DOCTYPE html>".getBytes(StandardCharsets.UTF_8),
            Arrays.copyOf(whole, whole.length - 2),
            new byte[0])) {
      assertThatThrownBy(() -> read(bytes))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("is no ONNX model: ");
    }
  }

  @Test
  void aTagThatHidesWeightsOutsideIsRefused() {
    assertThatThrownBy(() -> read(DrawnOnnx.hiding("/etc/passwd")))
        .isInstanceOf(IOException.class)
        .hasMessageEndingWith("is no ONNX model: a field number that is too large");
  }

  @Test
  void aModelWhoseWeightsLieOutsideThePackIsRefused() throws IOException {
    var copy = PackFolder.copyTo(directory);
    for (var outside : List.of("../secret", "/etc/passwd", "sub/../../x", "absent.bin")) {
      Files.write(
          directory.resolve("text.onnx"),
          DrawnOnnx.of(List.of("input_ids"), List.of("embedding"), outside));

      assertThatThrownBy(() -> copy.restate().open().texts())
          .isInstanceOf(IOException.class)
          .hasMessageContaining("text.onnx keeps weights in '" + outside + "'");
    }
  }

  private OnnxFile read(byte[] bytes) throws IOException {
    var file = directory.resolve("drawn.onnx");
    Files.write(file, bytes);
    return OnnxFile.read(file);
  }
}
