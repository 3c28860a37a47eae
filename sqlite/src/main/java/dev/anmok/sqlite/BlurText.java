package dev.anmok.sqlite;

import dev.anmok.core.quality.BlurMeasure;
import dev.anmok.core.quality.BlurMeasures;
import java.util.EnumMap;

/// Blur measures as the catalog keeps them: a JSON object of numbers by name without blanks, so
/// that a query can ask `blur ->> 'laplacian_std_8bit'`. Numbers have the digits of single
/// precision.
final class BlurText {
  private BlurText() {}

  static String of(BlurMeasures measures) {
    var text = new StringBuilder("{");
    measures
        .values()
        .forEach((name, value) ->
            text.append(text.length() > 1 ? "," : "")
                .append('"')
                .append(name)
                .append("\":")
                .append((float) (double) value));
    return text.append('}').toString();
  }

  /// Reads what [#of] wrote; names that this version does not know are passed over.
  static BlurMeasures parse(String text) {
    var values = new EnumMap<BlurMeasure, Double>(BlurMeasure.class);
    for (int at = text.indexOf('"'); at >= 0; at = text.indexOf('"', at)) {
      int nameEnd = text.indexOf('"', at + 1);
      int end = text.indexOf(',', nameEnd);
      end = end < 0 ? text.length() - 1 : end;
      double value = Float.parseFloat(text.substring(nameEnd + 2, end));
      BlurMeasure.parse(text.substring(at + 1, nameEnd))
          .ifPresent(measure -> values.put(measure, value));
      at = end;
    }
    return BlurMeasures.of(values);
  }
}
