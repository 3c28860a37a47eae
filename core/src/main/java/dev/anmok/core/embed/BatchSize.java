package dev.anmok.core.embed;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/// How many pictures or texts a model is given at once, adapted to the memory there is: half as
/// many after the runtime had none ([DeviceMemoryException]) or when little is left of it, one more
/// after [#CALM] batches of full size went through, never less than one and never more than at
/// first. A device that stays as full shrinks them once: runtimes keep what they took, and others
/// may hold the rest. Thread-safe; threads that share a device share one.
///
/// The rule is additive increase and multiplicative decrease, as for the windows of a network that
/// several senders share: Chiu and Jain, Computer Networks and ISDN Systems 17 (1989).
public final class BatchSize {
  /// Batches of full size that must go through before the next is larger.
  public static final int CALM = 16;

  /// Share of the device's memory in use beyond which batches shrink. The source's limit, measured
  /// against the device's size and not against what was used before.
  public static final double FULL = 0.8;

  private final int most;
  private final Memory memory;
  private int now;
  private int calm;
  private double usedAtHalving;

  /// Tells how full a device is.
  public interface Memory {
    /// Share of its memory in use, 0..1; NaN if nobody knows.
    double used();
  }

  /// A size for a device that does not tell how full it is.
  ///
  /// @param most at least 1
  public BatchSize(int most) {
    this(most, () -> Double.NaN);
  }

  /// A size for a device that tells how full it is; it is asked once a batch.
  public BatchSize(int most, Memory memory) {
    if (most < 1) {
      throw new IllegalArgumentException("a batch has at least 1, not " + most);
    }
    this.most = most;
    this.memory = memory;
    this.now = most;
  }

  /// How many are given at once now, 1 and more.
  public synchronized int now() {
    return now;
  }

  /// Gives all of them to a model, in batches, and puts the answers together in their order. A
  /// batch for which there is no memory is given again in halves.
  ///
  /// @param model answers one for each that it is given
  /// @throws DeviceMemoryException if there is no memory even for one
  public <A, B> List<B> over(List<A> all, Function<List<A>, List<B>> model) {
    var answers = new ArrayList<B>(all.size());
    while (answers.size() < all.size()) {
      int from = answers.size();
      int size = Math.min(next(), all.size() - from);
      try {
        answers.addAll(model.apply(all.subList(from, from + size)));
        went(size);
      } catch (DeviceMemoryException e) {
        if (size == 1) {
          throw e;
        }
        halve(size);
      }
    }
    return List.copyOf(answers);
  }

  private int next() {
    double used = memory.used();
    synchronized (this) {
      if (!(used > FULL)) { // also where nobody knows
        usedAtHalving = 0;
      } else if (used > usedAtHalving) {
        usedAtHalving = used;
        halve(now);
      }
      return now;
    }
  }

  private synchronized void went(int size) {
    if (size < now || now == most) {
      return;
    }
    calm++;
    if (calm >= CALM) {
      now++;
      calm = 0;
    }
  }

  /// Others may have halved it already after they failed with as many.
  private synchronized void halve(int failed) {
    now = Math.max(1, Math.min(now, failed / 2));
    calm = 0;
  }
}
