package dev.anmok.onnx;

import ai.onnxruntime.OnnxJavaType;
import dev.anmok.core.classify.Classifier;
import dev.anmok.core.classify.Sight;
import dev.anmok.core.embed.BatchSize;
import dev.anmok.core.embed.VectorSpace;
import dev.anmok.core.image.Fit;
import dev.anmok.core.image.Pixels;
import dev.anmok.core.image.Preprocess;
import java.io.IOException;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A pack's classifier. Works on the caller's thread, at most [Device#batch] pictures, or one by
/// one where the model's batch is fixed at one.
final class OnnxClassifier implements Classifier {
  private final Tower tower;
  private final ClassifierManifest manifest;
  private final List<String> labels;
  private final BatchSize pieces;
  private final BufferPool buffers;

  private OnnxClassifier(Tower tower, ClassifierManifest manifest, List<String> labels, int piece) {
    this.tower = tower;
    this.manifest = manifest;
    this.labels = labels;
    this.pieces = new BatchSize(piece, tower.device().memory());
    this.buffers = new BufferPool(piece * preprocess().length());
  }

  /// Takes over the tower.
  ///
  /// @throws IOException if its inputs and outputs are not those of a classifier of these labels;
  ///   the tower is closed then
  static OnnxClassifier of(Tower tower, ClassifierManifest manifest, List<String> labels)
      throws IOException {
    var side = manifest.image();
    int pixels = side.preprocess().side();
    try {
      var one = Tower.Port.of(OnnxJavaType.FLOAT, 1, 3, pixels, pixels);
      boolean single = one.equals(tower.inputs().get(side.input()));
      long batch = single ? 1 : Tower.ANY;
      tower.expect(
          Map.of(side.input(), Tower.Port.of(OnnxJavaType.FLOAT, batch, 3, pixels, pixels)),
          side.output(),
          Tower.Port.of(OnnxJavaType.FLOAT, batch, labels.size()));
      return new OnnxClassifier(tower, manifest, labels, single ? 1 : tower.device().batch());
    } catch (IOException | RuntimeException e) {
      tower.close();
      throw e;
    }
  }

  @Override
  public String id() {
    return manifest.classifier();
  }

  @Override
  public List<String> labels() {
    return labels;
  }

  @Override
  public boolean seesPixels() {
    return true;
  }

  @Override
  public Optional<VectorSpace> space() {
    return Optional.empty();
  }

  @Override
  public List<double[]> probabilities(List<Sight> sights) {
    return pieces.over(sights, this::some);
  }

  private List<double[]> some(List<Sight> sights) {
    var buffer = buffers.take();
    try {
      for (int i = 0; i < sights.size(); i++) {
        var picture = cut(sights.get(i).pixels());
        preprocess().into(picture, buffer, i * preprocess().length());
      }
      return run(buffer, sights.size());
    } finally {
      buffers.give(buffer);
    }
  }

  /// Side of the square that the model sees, in pixels.
  int inputSide() {
    return preprocess().side();
  }

  /// The probabilities of the golden pattern, see [Patterns].
  double[] pattern() {
    var buffer = buffers.take();
    try {
      Patterns.into(preprocess(), buffer);
      return run(buffer, 1).getFirst();
    } finally {
      buffers.give(buffer);
    }
  }

  /// The middle of the input's size, where the picture is resized to more than that. The middle of
  /// a middle is the middle: both are rounded down from an even margin.
  private Pixels cut(Pixels in) {
    int side = preprocess().side();
    if (manifest.resize() == side) {
      return in;
    }
    var of = preprocess();
    var wide =
        new Preprocess(manifest.resize(), new Fit.CentreCrop(), of.filter(), of.mean(), of.std())
            .square(in);
    int margin = (manifest.resize() - side) / 2;
    var rgb = new byte[3 * side * side];
    for (int y = 0; y < side; y++) {
      int from = 3 * ((margin + y) * manifest.resize() + margin);
      System.arraycopy(wide.rgb(), from, rgb, 3 * y * side, 3 * side);
    }
    return Pixels.wrap(side, side, rgb);
  }

  private Preprocess preprocess() {
    return manifest.image().preprocess();
  }

  private List<double[]> run(FloatBuffer buffer, int count) {
    var side = manifest.image();
    int pixels = preprocess().side();
    var input = buffer.duplicate().position(0).limit(count * preprocess().length());
    float[] values;
    try (var tensor = tower.tensor(side.input(), input, count, 3, pixels, pixels)) {
      values = tower.run(Map.of(side.input(), tensor), side.output());
    }
    var rows = new ArrayList<double[]>();
    for (int i = 0; i < count; i++) {
      rows.add(chances(Arrays.copyOfRange(values, i * labels.size(), (i + 1) * labels.size())));
    }
    return rows;
  }

  /// Softmax of logits; probabilities are scaled to add up to 1, which rounding made miss it.
  private double[] chances(float[] values) {
    double most = Double.NEGATIVE_INFINITY;
    for (float value : values) {
      most = Math.max(most, value);
    }
    var chances = new double[values.length];
    double sum = 0;
    for (int i = 0; i < chances.length; i++) {
      chances[i] = manifest.logits() ? Math.exp(values[i] - most) : Math.max(0, values[i]);
      sum += chances[i];
    }
    for (int i = 0; i < chances.length; i++) {
      chances[i] /= sum;
    }
    return chances;
  }

  @Override
  public void close() {
    tower.close();
  }
}
