package dev.anmok.onnx;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtProvider;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.providers.OrtCUDAProviderOptions;
import ai.onnxruntime.providers.OrtTensorRTProviderOptions;
import java.io.IOException;
import java.util.Map;
import java.util.stream.Collectors;

/// ONNX Runtime's execution providers: which of them the native library has, and how a session is
/// given one.
final class Providers {
  private Providers() {}

  /// Whether the native library was built with what the device needs. Whether the machine has such
  /// a device is another question.
  static boolean has(Device device) {
    return OrtEnvironment.getAvailableProviders().contains(device.kind().provider());
  }

  /// Names of all that the native library was built with.
  static String names() {
    return OrtEnvironment.getAvailableProviders().stream()
        .map(each -> each.getName().replace("ExecutionProvider", ""))
        .collect(Collectors.joining(", "));
  }

  /// Gives a session a device's provider; what it does not know runs on the processor.
  ///
  /// @param device not `auto`
  /// @throws IOException if the native library lacks the provider, or what the provider needs is
  ///   not on this machine; one line that says what to do
  static void add(Device device, OrtSession.SessionOptions options) throws IOException {
    if (device.kind().provider() != OrtProvider.CPU && !has(device)) {
      throw new IOException(
          "the device %s cannot be used: this ONNX Runtime has %s only; %s, or say --device cpu"
              .formatted(device, names(), build(device.kind())));
    }
    try {
      addThere(device, options);
    } catch (OrtException e) {
      throw failed(device, e);
    }
  }

  private static void addThere(Device device, OrtSession.SessionOptions options)
      throws OrtException {
    switch (device.kind()) {
      case CPU, AUTO -> {}
      case CUDA -> addCuda(device, options);
      case TENSORRT -> {
        try (var tensorRt = new OrtTensorRTProviderOptions(device.index())) {
          tensorRt.add("trt_fp16_enable", device.half() ? "1" : "0");
          options.addTensorrt(tensorRt);
        }
        addCuda(device, options); // for what TensorRT does not know
      }
      case OPENVINO -> options.addOpenVINO("CPU");
      case OPENVINO_GPU -> options.addOpenVINO("GPU");
      case OPENVINO_NPU -> options.addOpenVINO("NPU");
      case COREML -> options.addCoreML(Map.of("ModelFormat", "MLProgram"));
    }
  }

  private static void addCuda(Device device, OrtSession.SessionOptions options)
      throws OrtException {
    try (var cuda = new OrtCUDAProviderOptions(device.index())) {
      options.addCUDA(cuda);
    }
  }

  /// The provider is there, but the driver, one of its libraries or the device is not.
  static IOException failed(Device device, OrtException e) {
    return new IOException(
        "the device %s cannot be used: %s; %s, or say --device cpu"
            .formatted(device, oneLine(e), needs(device.kind())),
        e);
  }

  /// ONNX Runtime's messages have line breaks, and places in its source before what it says.
  private static String oneLine(OrtException e) {
    var words = String.valueOf(e.getMessage()).replaceAll("\\s+", " ").strip();
    int last = words.lastIndexOf(" : "); // "… [ONNXRuntimeError] : 1 : FAIL : what is wrong"
    var said = last < 0 ? words : words.substring(last + 3);
    return said.length() <= 300 ? said : said.substring(0, 300) + " …";
  }

  /// Where a native library with the provider comes from.
  private static String build(Device.Kind kind) {
    return switch (kind) {
      case CUDA, TENSORRT ->
          "./anmok gpu-runtime fetches the one with CUDA and TensorRT (Linux on x86-64)";
      case OPENVINO, OPENVINO_GPU, OPENVINO_NPU ->
          "build ONNX Runtime of the same version with --use_openvino --build_java and name its folder by ANMOK_ONNXRUNTIME";
      case COREML -> "CoreML is in that of macOS on Apple silicon alone";
      case AUTO, CPU -> "the processor needs none";
    };
  }

  private static String needs(Device.Kind kind) {
    return switch (kind) {
      case CUDA -> "it needs an NVIDIA driver, CUDA 12 and cuDNN 9";
      case TENSORRT -> "it needs an NVIDIA driver, CUDA 12, cuDNN 9 and TensorRT 10";
      case OPENVINO, OPENVINO_GPU, OPENVINO_NPU ->
          "it needs OpenVINO's libraries and, for gpu and npu, Intel's driver";
      case COREML -> "it needs macOS 12 or newer";
      case AUTO, CPU -> "nothing else is needed";
    };
  }
}
