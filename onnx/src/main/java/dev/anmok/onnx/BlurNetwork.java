package dev.anmok.onnx;

import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtException;
import dev.anmok.core.image.Pixels;
import dev.anmok.core.quality.BlurNet;
import dev.anmok.core.quality.Luma;
import java.io.IOException;
import java.nio.FloatBuffer;
import java.util.Map;

/// The network for blur that ships with the program: a convolutional network of 175,013 weights
/// over luma ([Luma#of]) at a longer side of at most 512 pixels. Its weights are loaded after their
/// SHA-256 has matched, and it must answer the stated value for a test pattern. Thread-safe; a call
/// works on the caller's thread.
public final class BlurNetwork implements BlurNet, AutoCloseable {
  /// What it is called in commands and messages.
  public static final String ID = "bdnet";

  /// Longest side in pixels of what it looks at.
  public static final int SIDE = 512;

  private static final PackContent CONTENT = new PackContent.Embedded(ID);
  private static final String ABOUT = "net.json";
  private static final String WEIGHTS = "net.onnx";
  private static final String INPUT = "luma";
  private static final String OUTPUT = "log_odds";
  private static final int PATTERN = 64;
  private static final double TOLERANCE = 1e-3;

  private final Tower tower;
  private final BufferPool buffers = new BufferPool(SIDE * SIDE);

  private BlurNetwork(Tower tower) {
    this.tower = tower;
  }

  /// Loads the network. Each call opens a session of its own: share it between threads, and close
  /// it.
  ///
  /// @throws IOException if the digest, a shape or the stated value does not match
  public static BlurNetwork embedded(Threads threads) throws IOException {
    var about = about();
    var weights = read(WEIGHTS);
    var found = Digests.sha256(weights);
    if (!found.equals(about.text("sha256"))) {
      throw new IOException(
          "%s: %s has SHA-256 %s, %s says %s; build the program again"
              .formatted(CONTENT.where(), WEIGHTS, found, ABOUT, about.text("sha256")));
    }
    var name = WEIGHTS + " of " + CONTENT.where();
    var tower = Tower.open(name, new CheckedFiles.Weights.InMemory(weights), threads);
    try {
      tower.expect(
          Map.of(INPUT, Tower.Port.of(OnnxJavaType.FLOAT, 1, 1, Tower.ANY, Tower.ANY)),
          OUTPUT,
          Tower.Port.of(OnnxJavaType.FLOAT, Tower.ANY));
      var network = new BlurNetwork(tower);
      network.check(about.number("pattern", new PackJson.Range(-100, 100)));
      return network;
    } catch (IOException | RuntimeException e) {
      tower.close();
      throw e;
    }
  }

  /// What may be done with its weights.
  public static Licence licence() throws IOException {
    return Licence.parse(about());
  }

  private static PackJson about() throws IOException {
    var about = PackJson.parse(ABOUT + " of " + CONTENT.where(), read(ABOUT));
    about.only("format", "title", "licence", "sha256", "pattern");
    about.whole("format", new PackJson.Range(1, 1));
    return about;
  }

  private static byte[] read(String file) throws IOException {
    try (var in = CONTENT.open(file)) {
      return in.readAllBytes();
    }
  }

  /// The SHA-256 that the weights must have, without loading them: 64 hexadecimal digits.
  public static String stated() throws IOException {
    return about().text("sha256");
  }

  @Override
  public double logOdds(Pixels picture) {
    var luma = Luma.of(picture, SIDE);
    return run(luma.width(), luma.height(), luma::at);
  }

  /// The pattern needs neither decoder nor resizing: the value at place `i` is `37 i mod 256`.
  private void check(double stated) throws IOException {
    double found = run(PATTERN, PATTERN, (x, y) -> 37 * (y * PATTERN + x) % 256);
    if (!(Math.abs(found - stated) <= TOLERANCE)) {
      throw new IOException(
          "%s: the test pattern gives %s, %s says %s"
              .formatted(CONTENT.where(), found, ABOUT, stated));
    }
  }

  /// The luma at a place, 0..255.
  private interface Values {
    int at(int x, int y);
  }

  private double run(int width, int height, Values values) {
    var buffer = buffers.take();
    try {
      for (int y = 0; y < height; y++) {
        for (int x = 0; x < width; x++) {
          buffer.put(values.at(x, y));
        }
      }
      return run(buffer.flip(), width, height);
    } finally {
      buffers.give(buffer);
    }
  }

  private double run(FloatBuffer values, int width, int height) {
    long[] shape = {1, 1, height, width};
    try (var tensor = OnnxTensor.createTensor(tower.tensors(), values, shape)) {
      return tower.run(Map.of(INPUT, tensor), OUTPUT)[0];
    } catch (OrtException e) {
      throw new IllegalStateException("no tensor of " + width + " x " + height, e);
    }
  }

  @Override
  public void close() {
    tower.close();
  }
}
