package dev.anmok.onnx;

import dev.anmok.onnx.PackJson.Range;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

/// Numbers measured in a pack's own space, valid for one lens with one pooling and one set of
/// prompts.
///
/// @param lens name of the lens
/// @param pooling how the lens pools its prompts, in the lens's own word
/// @param prompts digest of the prompts that the numbers were measured with
/// @param values the numbers by name, for example `threshold`; never empty
/// @param method how they were found, for people
public record Calibration(
    String lens, String pooling, String prompts, Map<String, Double> values, String method) {
  private static final Range ANY = new Range(-1e6, 1e6);

  public Calibration {
    values = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(values));
  }

  /// Reads a calibration file: one object for each lens, in the file's order, with its number under
  /// `threshold`, or several by name in an object `values`.
  static Map<String, Calibration> parse(PackJson json) throws IOException {
    var all = new LinkedHashMap<String, Calibration>();
    for (var lens : json.names()) {
      var one = json.object(lens);
      one.only("pooling", "prompts", "threshold", "values", "method");
      var values = values(one);
      all.put(
          lens,
          new Calibration(
              lens, one.text("pooling"), one.text("prompts"), values, one.text("method")));
    }
    return all;
  }

  private static Map<String, Double> values(PackJson one) throws IOException {
    if (!one.names().contains("values")) {
      return Map.of("threshold", one.number("threshold", ANY));
    }
    var values = new LinkedHashMap<String, Double>();
    var named = one.object("values");
    for (var name : named.names()) {
      values.put(name, named.number(name, ANY));
    }
    if (values.isEmpty()) {
      named.number("threshold", ANY); // says that a number is missing
    }
    return values;
  }

  /// The number under a name.
  ///
  /// @throws IllegalArgumentException if there is none
  public double value(String name) {
    var value = values.get(name);
    if (value == null) {
      throw new IllegalArgumentException(
          "the calibration of lens '" + lens + "' has no value '" + name + "'");
    }
    return value;
  }
}
