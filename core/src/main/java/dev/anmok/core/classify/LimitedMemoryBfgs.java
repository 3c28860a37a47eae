package dev.anmok.core.classify;

import java.util.ArrayDeque;
import java.util.Deque;

/// Finds the least of a smooth convex function by the limited-memory method of Broyden, Fletcher,
/// Goldfarb and Shanno, with a line search for the weak Wolfe conditions by doubling and halving.
/// Sources: Liu and Nocedal, Mathematical Programming 45 (1989); Lewis and Overton, Mathematical
/// Programming 141 (2013). Without chance: the same start gives the same bits.
final class LimitedMemoryBfgs {
  private static final int MEMORY = 12;
  private static final int STEPS = 2_000;

  private static final int TRIES = 50;
  private static final double DECREASE = 1e-4;
  private static final double CURVATURE = 0.9;

  private LimitedMemoryBfgs() {}

  /// A function with its slope.
  interface Function {
    /// The value at a point; fills `slope`, of the point's length.
    double value(double[] at, double[] slope);
  }

  /// Where the search ended.
  @SuppressWarnings("ArrayRecordComponent") // handed over once, never compared
  record Found(double[] point, double value, int steps) {}

  /// A move with the change of slope along it.
  @SuppressWarnings("ArrayRecordComponent") // internal, never compared
  private record Pair(double[] move, double[] change, double product) {}

  /// A point with its value and slope.
  @SuppressWarnings("ArrayRecordComponent") // internal, never compared
  private record Place(double[] point, double value, double[] slope) {}

  /// Searches from a point until no part of the slope is larger than `settled`.
  static Found minimise(Function function, double[] start, double settled) {
    var memory = new ArrayDeque<Pair>();
    var here = place(function, start.clone());
    int step = 0;
    while (step < STEPS && largest(here.slope()) > settled) {
      var direction = direction(here.slope(), memory);
      double length = memory.isEmpty() ? Math.min(1, 1 / norm(here.slope())) : 1;
      var next = search(function, here, direction, length);
      if (next == null) {
        break; // nothing smaller is to be found at this precision
      }
      remember(memory, here, next);
      here = next;
      step++;
    }
    return new Found(here.point(), here.value(), step);
  }

  private static Place place(Function function, double[] point) {
    var slope = new double[point.length];
    double value = function.value(point, slope);
    return new Place(point, value, slope);
  }

  private static void remember(Deque<Pair> memory, Place from, Place to) {
    var move = new double[from.point().length];
    var change = new double[move.length];
    for (int i = 0; i < move.length; i++) {
      move[i] = to.point()[i] - from.point()[i];
      change[i] = to.slope()[i] - from.slope()[i];
    }
    double product = dot(move, change);
    if (product > 0) {
      if (memory.size() == MEMORY) {
        memory.removeFirst();
      }
      memory.addLast(new Pair(move, change, product));
    }
  }

  /// The two-loop recursion: minus the slope, bent by what the last moves say of the curvature.
  private static double[] direction(double[] slope, Deque<Pair> memory) {
    var direction = new double[slope.length];
    for (int i = 0; i < slope.length; i++) {
      direction[i] = -slope[i];
    }
    var factors = new double[memory.size()];
    int at = memory.size();
    for (var pairs = memory.descendingIterator(); pairs.hasNext(); ) {
      var pair = pairs.next();
      factors[--at] = dot(pair.move(), direction) / pair.product();
      add(direction, -factors[at], pair.change());
    }
    if (!memory.isEmpty()) {
      var last = memory.getLast();
      double scale = last.product() / dot(last.change(), last.change());
      for (int i = 0; i < direction.length; i++) {
        direction[i] *= scale;
      }
    }
    for (var pair : memory) {
      double back = dot(pair.change(), direction) / pair.product();
      add(direction, factors[at++] - back, pair.move());
    }
    return direction;
  }

  private static @org.jspecify.annotations.Nullable Place search(
      Function function, Place from, double[] direction, double first) {
    double descent = dot(from.slope(), direction);
    double low = 0;
    double high = Double.POSITIVE_INFINITY;
    double length = first;
    Place best = null;
    for (int i = 0; i < TRIES; i++) {
      var point = from.point().clone();
      add(point, length, direction);
      var next = place(function, point);
      if (!(next.value() <= from.value() + DECREASE * length * descent)) {
        high = length;
      } else if (dot(next.slope(), direction) < CURVATURE * descent) {
        low = length;
        best = next;
      } else {
        return next;
      }
      length = Double.isInfinite(high) ? 2 * low : (low + high) / 2;
    }
    return best;
  }

  private static void add(double[] to, double factor, double[] what) {
    for (int i = 0; i < to.length; i++) {
      to[i] += factor * what[i];
    }
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }

  private static double norm(double[] a) {
    return Math.sqrt(dot(a, a));
  }

  private static double largest(double[] a) {
    double most = 0;
    for (double value : a) {
      most = Math.max(most, Math.abs(value));
    }
    return most;
  }
}
