package dev.anmok.onnx;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtProvider;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.providers.OrtCUDAProviderOptions;
import ai.onnxruntime.providers.OrtTensorRTProviderOptions;
import dev.anmok.core.embed.BatchSize;
import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import java.util.stream.Collectors;

/// What models run on.
///
/// @param kind of device
/// @param index number of the device among those of its kind, from 0
/// @param half whether TensorRT may compute in FP16
public record Device(Kind kind, int index, boolean half) {
  /// Kinds of devices.
  public enum Kind {
    /// CUDA where this ONNX Runtime has it, else the processor.
    AUTO,
    CPU,
    CUDA,
    TENSORRT
  }

  /// The processor.
  public static final Device CPU = new Device(Kind.CPU, 0, false);

  private static final int CPU_BATCH = 8;
  private static final int GPU_BATCH = 32;
  private static final Duration MEMORY_EVERY = Duration.ofSeconds(1);

  /// The environment variable that hides devices from CUDA and renumbers the rest.
  private static final String VISIBLE = "CUDA_VISIBLE_DEVICES";

  /// Reads `auto`, `cpu`, `cuda[:N]` or `tensorrt[:N][,fp16]`.
  ///
  /// @throws IllegalArgumentException for anything else
  public static Device parse(String text) {
    var parts = text.strip().toLowerCase(Locale.ROOT).split(",", -1);
    var name = parts[0].split(":", -1);
    var kind =
        switch (name[0]) {
          case "auto" -> Kind.AUTO;
          case "cpu" -> Kind.CPU;
          case "cuda" -> Kind.CUDA;
          case "tensorrt" -> Kind.TENSORRT;
          default -> throw wrong(text);
        };
    boolean numbered = kind == Kind.CUDA || kind == Kind.TENSORRT;
    boolean half = parts.length == 2 && parts[1].equals("fp16") && kind == Kind.TENSORRT;
    if (name.length > (numbered ? 2 : 1) || parts.length > 2 || (parts.length == 2 && !half)) {
      throw wrong(text);
    }
    if (name.length == 2 && !name[1].matches("[0-9]{1,2}")) {
      throw wrong(text);
    }
    return new Device(kind, name.length == 2 ? Integer.parseInt(name[1]) : 0, half);
  }

  private static IllegalArgumentException wrong(String text) {
    return new IllegalArgumentException(
        "a device is auto, cpu, cuda, cuda:1, tensorrt:0 or tensorrt:0,fp16; '"
            + text
            + "' is not");
  }

  /// The device that is meant: what `auto` stands for on this machine.
  Device chosen() {
    if (kind != Kind.AUTO) {
      return this;
    }
    return OrtEnvironment.getAvailableProviders().contains(OrtProvider.CUDA)
        ? new Device(Kind.CUDA, 0, false)
        : CPU;
  }

  /// Pictures or texts that a model is given at once at first. On a processor batches of 8 were
  /// faster than larger ones; a GPU takes the source's 32.
  int batch() {
    return chosen().kind == Kind.CPU ? CPU_BATCH : GPU_BATCH;
  }

  /// Lets a session run here.
  ///
  /// @throws IOException if this ONNX Runtime or this machine cannot
  void addTo(OrtSession.SessionOptions options) throws IOException {
    var chosen = chosen();
    try {
      switch (chosen.kind) {
        case CPU, AUTO -> {}
        case CUDA -> {
          chosen.require(OrtProvider.CUDA);
          try (var cuda = new OrtCUDAProviderOptions(chosen.index)) {
            options.addCUDA(cuda);
          }
        }
        case TENSORRT -> {
          chosen.require(OrtProvider.TENSOR_RT);
          try (var tensorRt = new OrtTensorRTProviderOptions(chosen.index);
              var cuda = new OrtCUDAProviderOptions(chosen.index)) {
            tensorRt.add("trt_fp16_enable", half ? "1" : "0");
            options.addTensorrt(tensorRt);
            options.addCUDA(cuda); // for what TensorRT does not know
          }
        }
      }
    } catch (OrtException e) {
      throw new IOException(
          "the device "
              + chosen
              + " cannot be used: "
              + e.getMessage()
              + "; --device cpu always can",
          e);
    }
  }

  private void require(OrtProvider provider) throws IOException {
    var there = OrtEnvironment.getAvailableProviders();
    if (!there.contains(provider)) {
      throw new IOException(
          "the device %s cannot be used: this ONNX Runtime has only %s; put onnxruntime_gpu of the same version in its place, or say --device cpu"
              .formatted(
                  this,
                  there.stream()
                      .map(each -> each.getName().replace("ExecutionProvider", ""))
                      .collect(Collectors.joining(", "))));
    }
  }

  /// The device's memory, of which nothing is known for a processor, where the driver does not
  /// tell, and where only some devices are visible: the driver numbers all of them.
  BatchSize.Memory memory() {
    var chosen = chosen();
    if (chosen.kind == Kind.CPU || System.getenv(VISIBLE) != null) {
      return () -> Double.NaN;
    }
    return new SampledMemory(
        () -> GpuMemory.of(chosen.index).map(GpuMemory::used).orElse(Double.NaN), MEMORY_EVERY);
  }

  /// As [#parse] reads it.
  @Override
  public String toString() {
    var name = kind.name().toLowerCase(Locale.ROOT);
    return switch (kind) {
      case AUTO, CPU -> name;
      case CUDA, TENSORRT -> name + ":" + index + (half ? ",fp16" : "");
    };
  }
}
