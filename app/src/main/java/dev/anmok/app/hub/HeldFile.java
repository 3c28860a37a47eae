package dev.anmok.app.hub;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// A file that one pull at a time holds, of all processes; it is released with the process at the
/// latest.
///
/// @param channel closing it releases the file
record HeldFile(FileChannel channel) implements Closeable {
  private static final Duration BETWEEN = Duration.ofMillis(20);

  /// Takes a file, if nobody else holds it.
  static Optional<HeldFile> tryToHold(Path file) throws IOException {
    var channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    try {
      if (channel.tryLock() != null) {
        return Optional.of(new HeldFile(channel));
      }
    } catch (OverlappingFileLockException _) {
      // another thread of this process has it
    }
    channel.close();
    return Optional.empty();
  }

  /// Takes a file that others hold for moments only.
  ///
  /// @throws IOException if it does not come free
  static HeldFile hold(Path file, Duration patience) throws IOException {
    var end = Instant.now().plus(patience);
    for (var held = tryToHold(file); ; held = tryToHold(file)) {
      if (held.isPresent()) {
        return held.get();
      }
      if (Instant.now().isAfter(end)) {
        throw new IOException(file + " is held by another pull");
      }
      try {
        Thread.sleep(BETWEEN);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IOException("interrupted while another pull holds " + file, e);
      }
    }
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
