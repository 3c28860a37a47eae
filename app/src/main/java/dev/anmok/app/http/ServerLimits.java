package dev.anmok.app.http;

import java.time.Duration;

/// How much a server takes upon itself.
///
/// @param body what a request may bring
/// @param time how long it may take
/// @param work how much is computed at once
/// @param connections open at a time
public record ServerLimits(Bodies body, Times time, Work work, int connections) {
  /// Limits for a machine of a few processors.
  public static final ServerLimits DEFAULT =
      new ServerLimits(Bodies.DEFAULT, Times.DEFAULT, Work.DEFAULT, 1_000);

  /// What requests may bring. Files are spooled to disk: `uploads * requestBytes` at most.
  ///
  /// @param requestBytes length of a form with files
  /// @param fileBytes length of one file
  /// @param files number of files in a form
  /// @param textBytes length of a JSON body, and of all the text fields of a form
  /// @param uploads forms received at a time
  public record Bodies(long requestBytes, long fileBytes, int files, int textBytes, int uploads) {
    public static final Bodies DEFAULT = new Bodies(256L << 20, 64L << 20, 200, 1 << 20, 16);
  }

  /// How long clients may take.
  ///
  /// @param head from the first line to the end of the headers
  /// @param stall between two reads of a body
  /// @param body for a whole body
  /// @param write for taking an answer, or an event
  /// @param idle between two requests of a connection
  /// @param grace for requests under way when the server is stopped
  public record Times(
      Duration head, Duration stall, Duration body, Duration write, Duration idle, Duration grace) {
    public static final Times DEFAULT =
        new Times(
            Duration.ofSeconds(10),
            Duration.ofSeconds(15),
            Duration.ofMinutes(5),
            Duration.ofMinutes(1),
            Duration.ofMinutes(1),
            Duration.ofSeconds(15));
  }

  /// How much is computed at once.
  ///
  /// @param workers threads that compute
  /// @param waiting requests that may wait for one
  /// @param patience how long they may wait
  public record Work(int workers, int waiting, Duration patience) {
    public static final Work DEFAULT =
        new Work(Runtime.getRuntime().availableProcessors(), 128, Duration.ofSeconds(10));
  }
}
