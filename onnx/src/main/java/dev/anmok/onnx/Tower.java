package dev.anmok.onnx;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.TensorInfo;
import dev.anmok.core.embed.DeviceMemoryException;
import java.io.IOException;
import java.nio.FloatBuffer;
import java.nio.ShortBuffer;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.LongStream;

/// One ONNX model in one session. Threads call it side by side: ONNX Runtime's sessions allow it.
final class Tower implements AutoCloseable {
  /// A dimension that differs from call to call.
  static final long ANY = -1;

  private final String name;
  private final OrtEnvironment environment;
  private final OrtSession session;
  private final Device device;
  private final OpenGuard guard;
  private final Set<String> halves = new HashSet<>();

  private Tower(String name, Device device, OrtEnvironment environment, OrtSession session)
      throws OrtException {
    this.name = name;
    this.device = device;
    this.environment = environment;
    this.session = session;
    this.guard = new OpenGuard(name);
    session
        .getInputInfo()
        .forEach((input, info) -> {
          if (info.getInfo() instanceof TensorInfo tensor && tensor.type == OnnxJavaType.FLOAT16) {
            halves.add(input);
          }
        });
  }

  /// What becomes of the memory that a call computes in.
  enum Scratch {
    /// It is given back after each call: for models that take gigabytes for a moment.
    GIVEN_BACK,
    /// It is kept for the next call, at most what the largest batch took, which saves up to a
    /// twentieth of the time: for models that are asked all the while.
    KEPT
  }

  /// Opens a session that gives its memory back after each call.
  ///
  /// @param name the file and its pack, for messages
  static Tower open(String name, CheckedFiles.Weights weights, Threads threads) throws IOException {
    return open(name, weights, threads, Scratch.GIVEN_BACK);
  }

  /// Opens a session.
  ///
  /// @param name the file and its pack, for messages
  static Tower open(String name, CheckedFiles.Weights weights, Threads threads, Scratch scratch)
      throws IOException {
    var environment = environment();
    try (var options = options(threads, scratch)) {
      var session =
          switch (weights) {
            case CheckedFiles.Weights.OnDisk(var path) ->
                environment.createSession(path.toString(), options);
            case CheckedFiles.Weights.InMemory(var bytes) ->
                environment.createSession(bytes, options);
          };
      return new Tower(name, threads.device(), environment, session);
    } catch (OrtException e) {
      throw new IOException(name + ": ONNX Runtime cannot open it: " + e.getMessage(), e);
    }
  }

  /// Runs a small model on a device.
  ///
  /// @throws IOException one line that says what is missing, if it cannot
  static void tryOn(Device device) throws IOException {
    var environment = environment();
    try (var options = options(new Threads(1, device), Scratch.GIVEN_BACK);
        var session = environment.createSession(probe(), options);
        var input = OnnxTensor.createTensor(environment, new float[] {1});
        var result = session.run(Map.of("x", input))) {
      result.get(0);
    } catch (OrtException e) {
      throw Providers.failed(device, e);
    }
  }

  /// A model that doubles one number.
  private static byte[] probe() throws IOException {
    try (var in = Tower.class.getResourceAsStream("probe.onnx")) {
      return Objects.requireNonNull(in, "probe.onnx").readAllBytes();
    }
  }

  /// The process's one environment. The first call unpacks and loads the native library, which
  /// takes longer than opening a small model.
  static OrtEnvironment environment() throws IOException {
    try {
      return OrtEnvironment.getEnvironment(OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL, "anmok");
    } catch (LinkageError e) {
      throw new IOException("ONNX Runtime's native library cannot be loaded: " + e, e);
    }
  }

  /// One thread a call by default; no pattern that would be kept for every shape seen.
  private static OrtSession.SessionOptions options(Threads threads, Scratch scratch)
      throws OrtException, IOException {
    var options = new OrtSession.SessionOptions();
    try {
      fill(options, threads, scratch);
      return options;
    } catch (OrtException | IOException | RuntimeException e) {
      options.close();
      throw e;
    }
  }

  private static void fill(OrtSession.SessionOptions options, Threads threads, Scratch scratch)
      throws OrtException, IOException {
    options.setExecutionMode(OrtSession.SessionOptions.ExecutionMode.SEQUENTIAL);
    options.setIntraOpNumThreads(threads.intraOp());
    options.setInterOpNumThreads(1);
    options.setMemoryPatternOptimization(false);
    options.setCPUArenaAllocator(scratch == Scratch.KEPT);
    threads.device().addTo(options);
  }

  /// Refuses the model unless it has exactly these inputs and, among others, this output. A
  /// dimension that the model leaves free takes any length.
  void expect(Map<String, Port> inputs, String output, Port shape) throws IOException {
    try {
      var found = session.getInputInfo();
      if (!found.keySet().equals(inputs.keySet())) {
        throw new IOException(
            "%s: expected the inputs %s, found %s; is it the right file, and does model.json name them?"
                .formatted(name, new TreeSet<>(inputs.keySet()), new TreeSet<>(found.keySet())));
      }
      for (var input : inputs.entrySet()) {
        expect("input", input.getKey(), input.getValue(), found);
      }
      expect("output", output, shape, session.getOutputInfo());
    } catch (OrtException e) {
      throw new IOException(name + ": ONNX Runtime cannot describe it: " + e.getMessage(), e);
    }
  }

  private void expect(String kind, String port, Port expected, Map<String, NodeInfo> all)
      throws IOException {
    var info = all.get(port);
    if (info == null) {
      throw new IOException(
          name + ": expected the " + kind + " " + port + ", found " + all.keySet());
    }
    if (info.getInfo() instanceof TensorInfo tensor
        && expected.takes(Port.of(tensor.type, tensor.getShape()))) {
      return;
    }
    var found =
        info.getInfo() instanceof TensorInfo tensor
            ? Port.of(tensor.type, tensor.getShape()).toString()
            : info.getInfo().toString();
    throw new IOException(
        name + ": expected " + kind + " " + port + " as " + expected + ", found " + found);
  }

  /// Runs the model and copies one output.
  ///
  /// @return row by row, as many rows as the inputs have
  float[] run(Map<String, OnnxTensor> inputs, String output) {
    return guard.use(() -> {
      try (var result = session.run(inputs, Set.of(output))) {
        var values = ((OnnxTensor) result.get(output).orElseThrow()).getFloatBuffer();
        var copy = new float[values.remaining()];
        values.get(copy);
        return copy;
      } catch (OrtException e) {
        throw failed(e);
      }
    });
  }

  /// Runs the model and gives every output; the caller closes each.
  Map<String, OnnxTensor> outputs(Map<String, OnnxTensor> inputs) {
    return guard.use(() -> {
      try {
        var tensors = new LinkedHashMap<String, OnnxTensor>();
        for (var output : session.run(inputs)) { // not closed: its tensors are given away
          tensors.put(output.getKey(), (OnnxTensor) output.getValue());
        }
        return tensors;
      } catch (OrtException e) {
        throw failed(e);
      }
    });
  }

  private RuntimeException failed(OrtException e) {
    var what = String.valueOf(e.getMessage());
    return memory(what)
        ? new DeviceMemoryException(name + ": no memory: " + what, e)
        : new IllegalStateException(name + ": inference failed: " + what, e);
  }

  /// Whether a failure is a lack of memory: ONNX Runtime has no code of its own for it, but its
  /// allocators for processor, CUDA and arenas say so in words.
  static boolean memory(String failure) {
    var words = failure.toLowerCase(Locale.ROOT);
    return words.contains("failed to allocate memory")
        || words.contains("out of memory")
        || words.contains("bad_alloc")
        || words.contains("available memory of");
  }

  /// What the model runs on.
  Device device() {
    return device;
  }

  /// The inputs with their types and shapes.
  Map<String, Port> inputs() throws IOException {
    try {
      return ports(session.getInputInfo());
    } catch (OrtException e) {
      throw new IOException(name + ": ONNX Runtime cannot describe it: " + e.getMessage(), e);
    }
  }

  /// The outputs with their types and shapes.
  Map<String, Port> outputs() throws IOException {
    try {
      return ports(session.getOutputInfo());
    } catch (OrtException e) {
      throw new IOException(name + ": ONNX Runtime cannot describe it: " + e.getMessage(), e);
    }
  }

  private static Map<String, Port> ports(Map<String, NodeInfo> all) {
    var ports = new LinkedHashMap<String, Port>();
    all.forEach((port, info) -> {
      if (info.getInfo() instanceof TensorInfo tensor) {
        ports.put(port, Port.of(tensor.type, tensor.getShape()));
      }
    });
    return ports;
  }

  /// The file and its pack, for messages.
  String name() {
    return name;
  }

  /// A tensor for an input: of these floats, or of half precision where the model wants that.
  ///
  /// @param values as many as the shape has; a direct buffer is not copied and must not change
  ///   before the tensor is closed
  OnnxTensor tensor(String input, FloatBuffer values, long... shape) {
    try {
      return halves.contains(input)
          ? OnnxTensor.createTensor(environment, halved(values), shape, OnnxJavaType.FLOAT16)
          : OnnxTensor.createTensor(environment, values, shape);
    } catch (OrtException e) {
      throw new IllegalStateException("no tensor of " + Arrays.toString(shape), e);
    }
  }

  private static ShortBuffer halved(FloatBuffer values) {
    var half = ShortBuffer.allocate(values.remaining());
    for (int i = values.position(); i < values.limit(); i++) {
      half.put(Float.floatToFloat16(values.get(i)));
    }
    return half.flip();
  }

  /// Where the tensors for [#run] are made.
  OrtEnvironment tensors() {
    return environment;
  }

  @Override
  public void close() {
    guard.close(() -> {
      try {
        session.close();
      } catch (OrtException e) {
        throw new IllegalStateException(name + ": cannot be closed: " + e.getMessage(), e);
      }
    });
  }

  /// Type and shape of an input or output, [#ANY] where a dimension is free.
  record Port(OnnxJavaType type, List<Long> shape) {
    static Port of(OnnxJavaType type, long... shape) {
      return new Port(type, LongStream.of(shape).boxed().toList());
    }

    /// Whether a model's port can be used as this one: a length that is fixed here may be free
    /// there, and it may be of half precision; [Tower#tensor] and [Tower#run] convert.
    boolean takes(Port found) {
      boolean same =
          type == found.type || (type == OnnxJavaType.FLOAT && found.type == OnnxJavaType.FLOAT16);
      if (!same || shape.size() != found.shape.size()) {
        return false;
      }
      for (int i = 0; i < shape.size(); i++) {
        long there = found.shape.get(i);
        if (there != ANY && there != shape.get(i)) {
          return false;
        }
      }
      return true;
    }

    @Override
    public String toString() {
      return type.name().toLowerCase(Locale.ROOT) + " " + shape;
    }
  }
}
