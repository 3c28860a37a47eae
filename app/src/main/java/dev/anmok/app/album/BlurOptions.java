package dev.anmok.app.album;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// How blurred photos are asked for.
///
/// @param methodOrNull name of a method; null for the profile's
/// @param all whether the detailed answer lists every photo, not only those that are not sharp
public record BlurOptions(@Nullable String methodOrNull, boolean all) {
  /// The profile's method.
  public static final BlurOptions DEFAULT = new BlurOptions(null, false);

  /// Reads `method` and `all`.
  public static BlurOptions read(Parameters parameters) {
    return new BlurOptions(
        parameters.find("method").orElse(null), parameters.flag("all", DEFAULT.all));
  }

  Optional<String> method() {
    return Optional.ofNullable(methodOrNull);
  }
}
