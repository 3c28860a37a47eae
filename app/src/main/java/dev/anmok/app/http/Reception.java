package dev.anmok.app.http;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Receives a body within its time: on a thread of its own, so that a client that sends nothing
/// more can still be answered.
final class Reception {
  private final ServerLimits.Times limits;

  Reception(ServerLimits.Times limits) {
    this.limits = limits;
  }

  /// Makes something of a body while it comes in.
  interface Reading<T> {
    T read(InputStream in) throws IOException;
  }

  /// Reads a body of a known length.
  ///
  /// @throws Problem 408 if it stalls or takes too long, 400 if it ends early
  <T> T receive(InputStream body, long length, Reading<T> reading) throws IOException {
    var in = new Counted(body, length);
    var task = new FutureTask<>(() -> reading.read(in));
    Thread.ofVirtual().name("body").start(task);
    long start = System.nanoTime();
    while (true) {
      long now = System.nanoTime();
      long untilStall = in.lastNanos + limits.stall().toNanos() - now;
      long untilEnd = start + limits.body().toNanos() - now;
      if (untilStall <= 0) {
        throw late("nothing came for " + limits.stall().toSeconds() + " s");
      }
      if (untilEnd <= 0) {
        throw late("at most " + limits.body().toSeconds() + " s are waited for the whole of it");
      }
      try {
        return task.get(Math.min(untilStall, untilEnd), TimeUnit.NANOSECONDS);
      } catch (TimeoutException e) {
        // perhaps something came meanwhile: looked at above
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw late("the server is stopping");
      } catch (ExecutionException e) {
        throw failure(e);
      }
    }
  }

  private static Problem late(String why) {
    return Problem.of(408, "the body did not come in time: " + why).header("Connection", "close");
  }

  private static IOException failure(ExecutionException e) {
    return switch (e.getCause()) {
      case Problem problem -> throw problem;
      case IOException io -> io;
      case RuntimeException runtime -> throw runtime;
      case Error error -> throw error;
      case null, default -> new IOException(e);
    };
  }

  /// Knows how much came and when.
  private static final class Counted extends FilterInputStream {
    private final long length;
    private long read;
    private volatile long lastNanos = System.nanoTime();

    Counted(InputStream in, long length) {
      super(in);
      this.length = length;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int most) throws IOException {
      int n;
      try {
        n = in.read(bytes, offset, most);
      } catch (RuntimeException e) {
        throw early(); // whatever the wire says, the client is gone
      }
      if (n < 0 && read < length) {
        throw early();
      }
      read += Math.max(0, n);
      lastNanos = System.nanoTime();
      return n;
    }

    private Problem early() {
      return Problem.badRequest(
              "the body ended after " + read + " of " + length + " bytes: it was cut off")
          .header("Connection", "close");
    }
  }
}
