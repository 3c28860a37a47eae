package dev.anmok.onnx;

import dev.anmok.onnx.PackJson.Range;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

/// A threshold measured in a pack's own space, valid for one lens with one pooling and one set of
/// prompts.
///
/// @param lens name of the lens
/// @param pooling how the lens pools its prompts: `mean`, `max` or `ensemble`
/// @param prompts digest of the prompts that the threshold was measured with
/// @param threshold the score that must be exceeded
/// @param method how the threshold was found, for people
public record Calibration(
    String lens, String pooling, String prompts, double threshold, String method) {

  /// Reads a calibration file: one object for each lens, in the file's order.
  static Map<String, Calibration> parse(PackJson json) throws IOException {
    var all = new LinkedHashMap<String, Calibration>();
    for (var lens : json.names()) {
      var one = json.object(lens);
      one.only("pooling", "prompts", "threshold", "method");
      var threshold = one.number("threshold", new Range(-1e6, 1e6));
      all.put(
          lens,
          new Calibration(
              lens, one.text("pooling"), one.text("prompts"), threshold, one.text("method")));
    }
    return all;
  }
}
