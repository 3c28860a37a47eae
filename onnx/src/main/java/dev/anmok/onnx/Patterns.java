package dev.anmok.onnx;

import dev.anmok.core.image.Preprocess;
import java.nio.FloatBuffer;

/// The golden pattern, which needs no decoder and no resizing: the value at place `i` of the input
/// is `i mod 255`, then mean and standard deviation.
final class Patterns {
  static final String RULE = "i mod 255";

  private Patterns() {}

  static void into(Preprocess preprocess, FloatBuffer buffer) {
    int n = preprocess.length();
    var mean = preprocess.mean();
    var std = preprocess.std();
    double[] means = {mean.red(), mean.green(), mean.blue()};
    double[] stds = {std.red(), std.green(), std.blue()};
    for (int i = 0; i < n; i++) {
      int channel = i / (n / 3);
      buffer.put(i, (float) ((i % 255 - means[channel]) / stds[channel]));
    }
  }
}
