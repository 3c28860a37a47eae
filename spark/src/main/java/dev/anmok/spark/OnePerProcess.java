package dev.anmok.spark;

import java.io.Closeable;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/// Something that outlives a task and is shared by all tasks of a process, for which Spark has no
/// other place: opened by the first task, closed when the process ends, when other work comes, or
/// by [#close]. Thread-safe.
///
/// @param <W> what it is opened for
/// @param <T> what is opened
public final class OnePerProcess<W, T extends Closeable> {
  /// Opens it for some work.
  public interface Opening<W, T> {
    /// Opens it; what it throws leaves nothing open.
    T open(W work) throws IOException;
  }

  private record Opened<W, T>(W work, T value) {}

  private final Opening<W, T> opening;
  private @Nullable Opened<W, T> current;
  private boolean closesAtEnd;

  /// Nothing is open yet.
  public OnePerProcess(Opening<W, T> opening) {
    this.opening = opening;
  }

  /// What is open for some work, or else is opened now.
  ///
  /// @throws IOException if it cannot be opened, or what was open for other work cannot be closed
  public synchronized T of(W work) throws IOException {
    var present = current;
    if (present != null && present.work().equals(work)) {
      return present.value();
    }
    if (!closesAtEnd) {
      Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(this::closeAtEnd));
      closesAtEnd = true;
    }
    close();
    var value = opening.open(work);
    current = new Opened<>(work, value);
    return value;
  }

  /// Closes what this process has open, if anything.
  public synchronized void close() throws IOException {
    var present = current;
    current = null;
    if (present != null) {
      present.value().close();
    }
  }

  private void closeAtEnd() {
    try {
      close();
    } catch (IOException e) {
      Thread.currentThread().interrupt(); // the process ends, there is nobody to tell
    }
  }
}
