package dev.anmok.core.quality;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/// The values of every [BlurMeasure] of one picture, in the measures' order, in single precision: a
/// text of nine digits gives each back exactly. Immutable.
@SuppressWarnings("EnumOrdinal") // where a value lies in memory; texts carry the names
public final class BlurMeasures {
  private static final BlurMeasure[] NAMES = BlurMeasure.values();

  private final float[] values;

  private BlurMeasures(float[] values) {
    this.values = values;
  }

  /// The measures of these values, rounded to single precision; those not named are 0.
  ///
  /// @throws IllegalArgumentException if a value is not finite
  public static BlurMeasures of(Map<BlurMeasure, Double> values) {
    var all = new float[NAMES.length];
    values.forEach((measure, value) -> {
      all[measure.ordinal()] = (float) (double) value;
      if (!Float.isFinite(all[measure.ordinal()])) {
        throw new IllegalArgumentException(measure.code() + " must be finite, was " + value);
      }
    });
    return new BlurMeasures(all);
  }

  /// One value.
  public double value(BlurMeasure measure) {
    return values[measure.ordinal()];
  }

  /// All values by [BlurMeasure#code()], in the measures' order.
  public Map<String, Double> values() {
    var named = new LinkedHashMap<String, Double>();
    for (var measure : NAMES) {
      named.put(measure.code(), value(measure));
    }
    return Collections.unmodifiableMap(named);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof BlurMeasures that && Arrays.equals(values, that.values);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(values);
  }

  @Override
  public String toString() {
    return values().toString();
  }
}
