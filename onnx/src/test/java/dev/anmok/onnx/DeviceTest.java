package dev.anmok.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeviceTest {
  @Test
  void aProcessorIsGivenSoManyTextsThatTheyMakeSome500Tokens() {
    assertThat(IntStream.of(1, 16, 17, 64, 77, 8_192).map(Device.CPU::texts))
        .containsExactly(32, 32, 30, 8, 8, 8);
    assertThat(Device.parse("cuda").texts(64)).isEqualTo(32);
  }

  @Test
  void isReadAsItIsWritten() {
    for (var text :
        List.of(
            "auto",
            "cpu",
            "cuda:0",
            "cuda:3",
            "tensorrt:0",
            "tensorrt:1,fp16",
            "openvino",
            "openvino:gpu",
            "openvino:npu",
            "coreml")) {
      assertThat(Device.parse(text)).hasToString(text);
    }
    assertThat(Device.parse("cuda")).isEqualTo(new Device(Device.Kind.CUDA, 0, false));
    assertThat(Device.parse(" TensorRT ")).hasToString("tensorrt:0");
  }

  @Test
  void whatIsNoDeviceIsRefused() {
    for (var text :
        List.of(
            "",
            "gpu",
            "cuda:",
            "cuda:x",
            "cpu:1",
            "cuda:0,fp16",
            "tensorrt:0,int8",
            "cuda:0:1",
            "openvino:0",
            "openvino:tpu",
            "coreml:0",
            "coreml,fp16")) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> Device.parse(text))
          .withMessageContaining("'" + text + "'")
          .withMessageContaining("tensorrt:0,fp16");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "cuda:0, ./anmok gpu-runtime",
    "tensorrt:0, ./anmok gpu-runtime",
    "openvino, --use_openvino",
    "openvino:gpu, ANMOK_ONNXRUNTIME",
    "coreml, Apple silicon"
  })
  void aDeviceThatThisRuntimeLacksIsRefusedInOneLineWithWhatToDo(String text, String advice) {
    var device = Device.parse(text);
    assumeFalse(Providers.has(device), "skipped: this ONNX Runtime has it");
    assertThatThrownBy(() -> ModelPack.embedded(new Threads(1, device)).images())
        .isInstanceOf(IOException.class)
        .hasMessageContaining("the device " + text + " cannot be used: this ONNX Runtime has CPU")
        .hasMessageContaining(advice)
        .hasMessageContaining("--device cpu")
        .hasMessageNotContaining("\n");
  }

  @Test
  void autoTakesTheFirstAcceleratorThatAModelRunsOn() {
    var devices =
        List.of(Device.parse("cuda"), Device.parse("openvino:gpu"), Device.parse("coreml"));
    var tried = new ArrayList<Device>();
    var choice =
        DeviceChoice.among(
            devices,
            device -> {
              tried.add(device);
              if (device.kind() == Device.Kind.CUDA) {
                throw new IOException("no driver");
              }
            });
    assertThat(choice.device()).hasToString("openvino:gpu");
    assertThat(tried).isEqualTo(devices.subList(0, 2));
  }

  @Test
  void autoIsTheProcessorWhereNoAcceleratorWorksAndSaysWhy() {
    var choice =
        DeviceChoice.among(
            List.of(Device.parse("cuda"), Device.parse("openvino:gpu")),
            device -> {
              throw new IOException(device + " is not there");
            });
    assertThat(choice.device()).isEqualTo(Device.CPU);
    assertThat(choice).hasToString("auto is cpu: cuda:0 is not there; openvino:gpu is not there");
  }

  @Test
  void theTrialRunsAModel() throws IOException {
    Tower.tryOn(Device.CPU);
    var cuda = Device.parse("cuda");
    assumeFalse(Providers.has(cuda), "skipped: this ONNX Runtime has CUDA");
    assertThatThrownBy(() -> Tower.tryOn(cuda)).isInstanceOf(IOException.class);
    assertThat(DeviceChoice.auto()).hasToString("auto is cpu: this ONNX Runtime has CPU only");
  }

  @Test
  void theDefaultBuildHasNoLibrariesForGpus() {
    var path = System.getProperty("java.class.path", "");
    assertThat(path).contains("onnxruntime-").doesNotContain("onnxruntime_gpu");
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
