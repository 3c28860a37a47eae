package dev.anmok.app.hub;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;

/// How long a pull goes on against a hub that does not do well.
///
/// @param patience how long nothing may be heard
/// @param between waited before another try
/// @param vainTries tries one after the other that bring nothing, after which it ends
public record PullLimits(Duration patience, Duration between, int vainTries) {
  /// A minute, two seconds, five tries.
  public static final PullLimits DEFAULT =
      new PullLimits(Duration.ofMinutes(1), Duration.ofSeconds(2), 5);

  void pause() throws IOException {
    try {
      Thread.sleep(between);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new PullException("interrupted", e);
    }
  }

  void requireRoom(Path folder, long bytes, String what) throws IOException {
    long free = Files.getFileStore(folder).getUsableSpace();
    if (bytes > free) {
      throw new PullException(
          String.format(
              Locale.ROOT,
              "no room for %s: %.1f GB are to come, %.1f GB are free in %s",
              what,
              bytes / 1e9,
              free / 1e9,
              folder.getParent()));
    }
  }
}
