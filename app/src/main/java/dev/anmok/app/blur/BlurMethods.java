package dev.anmok.app.blur;

import dev.anmok.app.workspace.Calibrations;
import dev.anmok.core.quality.BlurMethod;
import dev.anmok.core.quality.LaplacianRule;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/// The blur methods by name. Thresholds are those that `tune blur --save` stored in the workspace,
/// else the published or shipped ones.
///
/// @param calibrations thresholds of the workspace
/// @param models folder of trained models; need not exist
public record BlurMethods(Calibrations calibrations, Path models) {
  /// Every name.
  public static final List<String> NAMES =
      List.of("laplacian", "spectrum", "stacked", "learned", "bdnet");

  /// The method of a name.
  ///
  /// @throws IllegalArgumentException if there is none
  /// @throws IOException if its model is damaged or belongs to another definition
  public BlurMethod find(String name) throws IOException {
    if (!NAMES.contains(name)) {
      throw new IllegalArgumentException(
          "method must be one of " + String.join(", ", NAMES) + ", was " + name);
    }
    return new LaplacianRule(LaplacianRule.PUBLISHED); // SHELL: every name gives this one yet
  }
}
