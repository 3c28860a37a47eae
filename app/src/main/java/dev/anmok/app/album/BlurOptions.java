package dev.anmok.app.album;

import dev.anmok.app.blur.BlurMethods;
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
  ///
  /// @throws IllegalArgumentException if there is no method of that name
  public static BlurOptions read(Parameters parameters) {
    var method = parameters.find("method").orElse(null);
    if (method != null && !BlurMethods.NAMES.contains(method)) {
      throw new IllegalArgumentException(
          "method must be one of " + String.join(", ", BlurMethods.NAMES) + ", was " + method);
    }
    return new BlurOptions(method, parameters.flag("all", DEFAULT.all));
  }

  Optional<String> method() {
    return Optional.ofNullable(methodOrNull);
  }
}
