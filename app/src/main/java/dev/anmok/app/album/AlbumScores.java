package dev.anmok.app.album;

import java.util.Arrays;

/// The scores of all photos of an album, 8 bytes each. Not thread-safe.
final class AlbumScores {
  private double[] values = new double[1024];
  private int size;
  private boolean sorted;

  void add(double value) {
    if (size == values.length) {
      values = Arrays.copyOf(values, Math.addExact(size, size));
    }
    values[size++] = value;
    sorted = false;
  }

  int size() {
    return size;
  }

  /// Lowest score; there must be one.
  double least() {
    return sorted()[0];
  }

  /// Highest score; there must be one.
  double most() {
    return sorted()[size - 1];
  }

  /// `(below + equal / 2) / n`, 0..1.
  double percentile(double value) {
    var all = sorted();
    int below = position(all, Math.nextDown(value));
    int upTo = position(all, value);
    return (below + upTo) / 2.0 / size;
  }

  /// Number of values that are at most `limit`.
  private int position(double[] all, double limit) {
    int low = 0;
    int high = size;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (all[middle] <= limit) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private double[] sorted() {
    if (!sorted) {
      Arrays.sort(values, 0, size);
      sorted = true;
    }
    return values;
  }
}
