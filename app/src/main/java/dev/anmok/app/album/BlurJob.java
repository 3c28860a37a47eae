package dev.anmok.app.album;

import dev.anmok.app.blur.BlurMethods;
import dev.anmok.app.profile.BlurChoice;
import dev.anmok.core.quality.BlurJudge;
import java.io.IOException;

/// Says of photos whether they are sharp. Thread-safe.
public final class BlurJob {
  private final BlurMethods methods;
  private final BlurChoice choice;

  private BlurJob(BlurMethods methods, BlurChoice choice) {
    this.methods = methods;
    this.choice = choice;
  }

  /// Prepares the question.
  public static BlurJob bind(AlbumContext context) {
    var models = context.heads().resolveSibling("blur");
    return new BlurJob(new BlurMethods(context.calibrations(), models), context.album().blur());
  }

  /// The judge that the options ask for.
  ///
  /// @throws IllegalArgumentException if there is no method of that name
  /// @throws IOException if its model cannot be used
  public BlurJudge judge(BlurOptions options) throws IOException {
    return new BlurJudge(methods.find(options.method().orElse(choice.method())), choice.limits());
  }
}
