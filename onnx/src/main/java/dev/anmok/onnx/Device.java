package dev.anmok.onnx;

import ai.onnxruntime.OrtProvider;
import ai.onnxruntime.OrtSession;
import dev.anmok.core.embed.BatchSize;
import java.io.IOException;
import java.time.Duration;
import java.util.Locale;

/// What models run on.
///
/// @param kind of device
/// @param index number of the device among those of its kind, from 0
/// @param half whether TensorRT may compute in FP16
public record Device(Kind kind, int index, boolean half) {
  /// Kinds of devices.
  public enum Kind {
    /// The first accelerator that runs a model on this machine, else the processor; see
    /// [DeviceChoice].
    AUTO("auto", OrtProvider.CPU),
    CPU("cpu", OrtProvider.CPU),
    CUDA("cuda", OrtProvider.CUDA),
    TENSORRT("tensorrt", OrtProvider.TENSOR_RT),
    /// An Intel processor by OpenVINO.
    OPENVINO("openvino", OrtProvider.OPEN_VINO),
    OPENVINO_GPU("openvino:gpu", OrtProvider.OPEN_VINO),
    OPENVINO_NPU("openvino:npu", OrtProvider.OPEN_VINO),
    /// What Apple's CoreML chooses of processor, GPU and neural engine.
    COREML("coreml", OrtProvider.CORE_ML);

    private final String word;
    private final OrtProvider provider;

    Kind(String word, OrtProvider provider) {
      this.word = word;
      this.provider = provider;
    }

    /// What ONNX Runtime runs models with on such a device.
    OrtProvider provider() {
      return provider;
    }

    /// Whether NVIDIA's driver knows it by a number.
    boolean numbered() {
      return this == CUDA || this == TENSORRT;
    }
  }

  /// The processor.
  public static final Device CPU = of(Kind.CPU);

  private static final int CPU_BATCH = 8;
  private static final int GPU_BATCH = 32;
  private static final int CPU_TOKENS = 512;
  static final int MOST_TEXTS = 32;
  private static final Duration MEMORY_EVERY = Duration.ofSeconds(1);

  /// The environment variable that hides devices from CUDA and renumbers the rest.
  private static final String VISIBLE = "CUDA_VISIBLE_DEVICES";

  /// The first device of a kind.
  static Device of(Kind kind) {
    return new Device(kind, 0, false);
  }

  /// Reads `auto`, `cpu`, `cuda[:N]`, `tensorrt[:N][,fp16]`, `openvino[:gpu|:npu]` or `coreml`.
  ///
  /// @throws IllegalArgumentException for anything else
  public static Device parse(String text) {
    var parts = text.strip().toLowerCase(Locale.ROOT).split(",", -1);
    for (var kind : Kind.values()) {
      boolean half = parts.length == 2 && parts[1].equals("fp16") && kind == Kind.TENSORRT;
      boolean plain = parts[0].equals(kind.word);
      boolean counted = kind.numbered() && parts[0].matches(kind.word + ":[0-9]{1,2}");
      if ((plain || counted) && (parts.length == 1 || half)) {
        int index = plain ? 0 : Integer.parseInt(parts[0].substring(kind.word.length() + 1));
        return new Device(kind, index, half);
      }
    }
    throw new IllegalArgumentException(
        "a device is auto, cpu, cuda, cuda:1, tensorrt:0, tensorrt:0,fp16, openvino, openvino:gpu, openvino:npu or coreml; '"
            + text
            + "' is not");
  }

  /// The device that is meant: what `auto` stands for on this machine.
  Device chosen() {
    return kind == Kind.AUTO ? DeviceChoice.auto().device() : this;
  }

  /// Texts that a model is given at once at first. On a processor some 512 tokens were fastest: 32
  /// texts of 16, 8 of 64. A GPU takes the source's 32.
  ///
  /// @param width tokens of the longest, padding included, at least 1
  int texts(int width) {
    return chosen().kind.numbered()
        ? GPU_BATCH
        : Math.clamp(CPU_TOKENS / width, CPU_BATCH, MOST_TEXTS);
  }

  /// Pictures that a model is given at once at first. On a processor batches of 8 were faster than
  /// larger ones; a GPU takes the source's 32.
  int batch() {
    return chosen().kind.numbered() ? GPU_BATCH : CPU_BATCH;
  }

  /// Lets a session run here.
  ///
  /// @throws IOException if this ONNX Runtime or this machine cannot
  void addTo(OrtSession.SessionOptions options) throws IOException {
    Providers.add(chosen(), options);
  }

  /// The device's memory, of which nothing is known for a processor, where the driver does not
  /// tell, and where only some devices are visible: the driver numbers all of them.
  BatchSize.Memory memory() {
    var chosen = chosen();
    if (!chosen.kind.numbered() || System.getenv(VISIBLE) != null) {
      return () -> Double.NaN;
    }
    return new SampledMemory(
        () -> GpuMemory.of(chosen.index).map(GpuMemory::used).orElse(Double.NaN), MEMORY_EVERY);
  }

  /// As [#parse] reads it.
  @Override
  public String toString() {
    return kind.word + (kind.numbered() ? ":" + index : "") + (half ? ",fp16" : "");
  }
}
