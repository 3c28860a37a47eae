package dev.anmok.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtProvider;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class DeviceTest {
  @Test
  void isReadAsItIsWritten() {
    for (var text : List.of("auto", "cpu", "cuda:0", "cuda:3", "tensorrt:0", "tensorrt:1,fp16")) {
      assertThat(Device.parse(text)).hasToString(text);
    }
    assertThat(Device.parse("cuda")).isEqualTo(new Device(Device.Kind.CUDA, 0, false));
    assertThat(Device.parse(" TensorRT ")).hasToString("tensorrt:0");
  }

  @Test
  void whatIsNoDeviceIsRefused() {
    for (var text :
        List.of(
            "", "gpu", "cuda:", "cuda:x", "cpu:1", "cuda:0,fp16", "tensorrt:0,int8", "cuda:0:1")) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> Device.parse(text))
          .withMessageContaining("'" + text + "'")
          .withMessageContaining("tensorrt:0,fp16");
    }
  }

  @Test
  void aDeviceThatThisRuntimeLacksIsRefusedWithWhatToDo() {
    assumeFalse(
        OrtEnvironment.getAvailableProviders().contains(OrtProvider.CUDA),
        "skipped: this ONNX Runtime has CUDA");
    for (var device : List.of("cuda:0", "tensorrt:0,fp16")) {
      assertThatThrownBy(() -> ModelPack.embedded(new Threads(1, Device.parse(device))).images())
          .isInstanceOf(IOException.class)
          .hasMessageContaining("the device " + device + " cannot be used")
          .hasMessageContaining("--device cpu");
    }
  }

  @Test
  void autoIsTheProcessorWhereThereIsNothingElse() throws IOException {
    try (var images = ModelPack.embedded(new Threads(1, Device.parse("auto"))).images()) {
      assertThat(images.inputSide()).isPositive();
    }
    assertThat(Device.CPU.memory().used()).isNaN();
  }

  @Test
  void theDriverTellsTheMemoryOfTheDevice() {
    var memory = GpuMemory.of(0);
    assumeTrue(memory.isPresent(), "skipped: no NVIDIA driver here");
    assertThat(memory.get().free()).isBetween(0L, memory.get().total());
    assertThat(memory.get().used()).isBetween(0.0, 1.0);
  }

  @Test
  void aLackOfMemoryIsToldByItsWords() {
    assertThat(Tower.memory("Failed to allocate memory for requested buffer of size 1073741824"))
        .isTrue();
    assertThat(Tower.memory("CUDA failure 2: out of memory ; GPU=0")).isTrue();
    assertThat(Tower.memory("Non-zero status code: std::bad_alloc")).isTrue();
    assertThat(Tower.memory("Got invalid dimensions for input: pixel_values")).isFalse();
  }
}
