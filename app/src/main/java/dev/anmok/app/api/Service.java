package dev.anmok.app.api;

import dev.anmok.app.blur.OpenNet;
import dev.anmok.app.http.Gate;
import dev.anmok.app.job.Jobs;
import dev.anmok.app.workspace.Library;
import dev.anmok.core.quality.BlurNet;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/// What every route may need.
///
/// @param library the workspace
/// @param gate admission to computing
/// @param jobs long work
/// @param outside what lies behind URLs
/// @param pictures renders photos
/// @param openNetOrNull looks at photos; null where the profile does without
record Service(
    Library library,
    Gate gate,
    Jobs jobs,
    Outside outside,
    Pictures pictures,
    @Nullable OpenNet openNetOrNull)
    implements AutoCloseable {
  /// The network that looks at photos, or null where the profile does without.
  @Nullable BlurNet blurNet() {
    return openNetOrNull == null ? null : openNetOrNull.net();
  }

  /// Closes everything, after the work under way has ended.
  @Override
  public void close() throws IOException {
    try (library;
        outside;
        openNetOrNull) {
      jobs.close();
      gate.close();
      pictures.close();
    }
  }
}
