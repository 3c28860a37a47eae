package dev.anmok.core.evaluate;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// How often each class was taken for each other one. Not thread-safe.
public final class ConfusionMatrix {
  private final List<String> classes;
  private final Map<String, Integer> places = new LinkedHashMap<>();
  private final long[][] counts;

  /// An empty table.
  ///
  /// @param classes names of the classes, in the order of its rows and columns
  public ConfusionMatrix(List<String> classes) {
    this.classes = List.copyOf(classes);
    for (var name : this.classes) {
      places.put(name, places.size());
    }
    this.counts = new long[classes.size()][classes.size()];
  }

  /// Adds one answer.
  ///
  /// @throws IllegalArgumentException if a class is not known
  public void add(String actual, String predicted) {
    counts[place(actual)][place(predicted)]++;
  }

  public List<String> classes() {
    return classes;
  }

  /// How many of class `actual` were taken for `predicted`.
  public long count(String actual, String predicted) {
    return counts[place(actual)][place(predicted)];
  }

  /// Right answers among those that were given for a class.
  public Proportion precision(String name) {
    int column = place(name);
    long given = 0;
    for (var row : counts) {
      given += row[column];
    }
    return new Proportion(counts[column][column], given);
  }

  /// Right answers among those that belong to a class.
  public Proportion recall(String name) {
    int row = place(name);
    return new Proportion(counts[row][row], sum(counts[row]));
  }

  /// Right answers among all.
  public Proportion accuracy() {
    long right = 0;
    long all = 0;
    for (int i = 0; i < counts.length; i++) {
      right += counts[i][i];
      all += sum(counts[i]);
    }
    return new Proportion(right, all);
  }

  private int place(String name) {
    var place = places.get(name);
    if (place == null) {
      throw new IllegalArgumentException("unknown class '" + name + "'");
    }
    return place;
  }

  private static long sum(long[] row) {
    return java.util.Arrays.stream(row).sum();
  }
}
