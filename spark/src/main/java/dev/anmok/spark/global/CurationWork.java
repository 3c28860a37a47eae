package dev.anmok.spark.global;

import dev.anmok.app.profile.Method;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/// What every node must know to decide over items.
///
/// @param profile name or path of the profile
/// @param profileText the profile as its file said it
/// @param model id of the model pack
/// @param modelsOrNull folder of model packs on every node; null if there are none but the embedded
/// @param space short name of the table's vector space
/// @param method the way to choose
/// @param thresholdOrNull one given by hand; null for the one that a new workspace would have
/// @param rangeOrNull low and high end of the lens's range, measured over all photos; null where
///   that is not asked for
record CurationWork(
    String profile,
    String profileText,
    String model,
    @Nullable String modelsOrNull,
    String space,
    Method method,
    @Nullable Double thresholdOrNull,
    @Nullable Range rangeOrNull)
    implements Serializable {
  private static final long serialVersionUID = 1;

  /// Between which deltas a lens counts.
  record Range(double low, double high) implements Serializable {
    private static final long serialVersionUID = 1;
  }

  CurationWork with(Method other, @Nullable Range range) {
    return new CurationWork(
        profile, profileText, model, modelsOrNull, space, other, thresholdOrNull, range);
  }
}
