package dev.anmok.app.api;

import dev.anmok.app.http.Gate;
import dev.anmok.app.job.Jobs;
import dev.anmok.app.workspace.Library;
import java.io.IOException;

/// What every route may need.
///
/// @param library the workspace
/// @param gate admission to computing
/// @param jobs long work
/// @param outside what lies behind URLs
/// @param pictures renders photos
record Service(Library library, Gate gate, Jobs jobs, Outside outside, Pictures pictures)
    implements AutoCloseable {
  /// Closes everything, after the work under way has ended.
  @Override
  public void close() throws IOException {
    try (library;
        outside) {
      jobs.close();
      gate.close();
      pictures.close();
    }
  }
}
