package dev.anmok.opensearch;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.concurrent.ThreadLocalRandom;
import java.util.random.RandomGenerator;

/// How long a request that failed for a passing reason is tried again. Waits double from `first` to
/// `longest`; each is drawn between half of that and all of it, so that clients that failed
/// together do not come back together.
///
/// @param total waiting altogether; a write fails when the next wait would exceed it. What is only
///   asked fails when so much time has passed since it was asked first, tries counted, and nobody
///   waits for it any more. Zero never tries again
/// @param first the first wait, above zero
/// @param longest no wait is longer, at least `first`
public record RetryBudget(Duration total, Duration first, Duration longest) {
  public static final RetryBudget DEFAULT =
      new RetryBudget(Duration.ofSeconds(60), Duration.ofMillis(100), Duration.ofSeconds(5));

  public static final RetryBudget NONE =
      new RetryBudget(Duration.ZERO, Duration.ofMillis(1), Duration.ofMillis(1));

  public RetryBudget {
    if (total.isNegative()) {
      throw new IllegalArgumentException("total must be >= 0, was " + total);
    }
    if (!first.isPositive()) {
      throw new IllegalArgumentException("first must be > 0, was " + first);
    }
    if (longest.compareTo(first) < 0) {
      throw new IllegalArgumentException("longest must be >= " + first + ", was " + longest);
    }
  }

  /// The same with no more waiting than some.
  RetryBudget atMost(Duration most) {
    return total.compareTo(most) <= 0 ? this : new RetryBudget(most, first, longest);
  }

  /// Something that a cluster is asked.
  interface Attempt<T> {
    T make() throws IOException;
  }

  /// Tries again while the error is one that passes and the waits are within the budget.
  <T> T repeat(Attempt<T> attempt) throws IOException {
    return repeat(attempt, new Waits());
  }

  /// Asks again while the error is one that passes and the time since the first try is within the
  /// budget. A try that is under way then is waited for.
  <T> T ask(Attempt<T> attempt) throws IOException {
    return repeat(attempt, new Waits(System.nanoTime()));
  }

  private <T> T repeat(Attempt<T> attempt, Waits waits) throws IOException {
    while (true) {
      try {
        return attempt.make();
      } catch (ClusterException e) {
        if (!e.passing() || !waits.next()) {
          throw e;
        }
      }
    }
  }

  /// Waits of one request.
  final class Waits {
    private final OptionalLong begin;
    private Duration waited = Duration.ZERO;
    private int failed;

    /// Waits that are counted without the tries between them.
    Waits() {
      this.begin = OptionalLong.empty();
    }

    /// Waits that are counted with the tries between them.
    ///
    /// @param begin of the first try, by [System#nanoTime]
    private Waits(long begin) {
      this.begin = OptionalLong.of(begin);
    }

    /// Waits before the next try.
    ///
    /// @return false without waiting if the budget is spent
    boolean next() throws InterruptedIOException {
      var wait = pause(++failed, ThreadLocalRandom.current());
      waited = spent().plus(wait);
      if (waited.compareTo(total) > 0) {
        return false;
      }
      try {
        Thread.sleep(wait);
        return true;
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new InterruptedIOException("interrupted while waiting for a cluster");
      }
    }

    private Duration spent() {
      return begin.isPresent() ? Duration.ofNanos(System.nanoTime() - begin.getAsLong()) : waited;
    }
  }

  /// The wait before a try.
  ///
  /// @param failed number of tries that failed, at least 1
  Duration pause(int failed, RandomGenerator random) {
    double doubled = (double) first.toNanos() * Math.pow(2, failed - 1);
    double bounded = Math.min(doubled, (double) longest.toNanos());
    return Duration.ofNanos((long) (bounded * (0.5 + random.nextDouble() / 2)));
  }
}
