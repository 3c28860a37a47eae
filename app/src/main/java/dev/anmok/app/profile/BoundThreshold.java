package dev.anmok.app.profile;

import dev.anmok.core.score.ContrastLens;
import org.jspecify.annotations.Nullable;

/// A threshold that a profile gives for one space.
///
/// @param space id of the space that it was found in
/// @param value a photo passes if its delta is strictly greater
/// @param poolingOrNull pooling that it was found with; null where the profile does not say
/// @param promptsOrNull digest of the prompts that it was found with; null where the profile does
///   not say
public record BoundThreshold(
    String space, double value, @Nullable String poolingOrNull, @Nullable String promptsOrNull) {
  /// Whether it holds for a lens as it is now, in a space.
  public boolean holds(ContrastLens lens, String in) {
    return space.equals(in)
        && (poolingOrNull == null || poolingOrNull.equals(lens.pooling().code()))
        && (promptsOrNull == null || promptsOrNull.equals(lens.prompts().digest()));
  }
}
