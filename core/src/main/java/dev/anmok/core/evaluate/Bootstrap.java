package dev.anmok.core.evaluate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/// Intervals at 95 % from resampling: the 2.5th and 97.5th percentile over samples drawn with
/// replacement, seeded. Source: Efron, Annals of Statistics 7 (1979).
final class Bootstrap {
  static final int SAMPLES = 2_000;
  private static final int STATISTICS = 1_000;
  private static final long SEED = 20261121;

  private Bootstrap() {}

  /// The interval of a mean; NaN of no values.
  static Interval mean(double[] values) {
    double mean = Arrays.stream(values).average().orElse(Double.NaN);
    if (values.length == 0) {
      return new Interval(mean, Double.NaN, Double.NaN);
    }
    var random = new Random(SEED);
    var means = new double[SAMPLES];
    for (int s = 0; s < SAMPLES; s++) {
      double sum = 0;
      for (int i = 0; i < values.length; i++) {
        sum += values[random.nextInt(values.length)];
      }
      means[s] = sum / values.length;
    }
    return interval(mean, means);
  }

  /// The interval of any figure of some rows, where whole groups of rows are drawn because the rows
  /// of a group are alike. Source: Davison and Hinkley, Bootstrap Methods and their Application
  /// (1997), section 3.8.
  ///
  /// @param groups the group of each row
  /// @param figure of some rows, named by their places, some of them several times
  static Interval ofGroups(List<String> groups, ToDoubleFunction<int[]> figure) {
    var all = IntStream.range(0, groups.size()).toArray();
    double value = figure.applyAsDouble(all);
    if (all.length == 0) {
      return new Interval(value, Double.NaN, Double.NaN);
    }
    var rows = new ArrayList<List<Integer>>();
    var places = new HashMap<String, List<Integer>>();
    for (int i = 0; i < groups.size(); i++) {
      places
          .computeIfAbsent(
              groups.get(i),
              _ -> {
                var group = new ArrayList<Integer>();
                rows.add(group);
                return group;
              })
          .add(i);
    }
    var random = new Random(SEED);
    var figures = new double[STATISTICS];
    for (int s = 0; s < STATISTICS; s++) {
      var drawn =
          IntStream.range(0, rows.size())
              .mapToObj(_ -> rows.get(random.nextInt(rows.size())))
              .flatMap(List::stream)
              .mapToInt(Integer::intValue)
              .toArray();
      figures[s] = figure.applyAsDouble(drawn);
    }
    return interval(value, figures);
  }

  private static Interval interval(double value, double[] samples) {
    Arrays.sort(samples);
    int cut = samples.length / 40;
    return new Interval(value, samples[cut], samples[samples.length - 1 - cut]);
  }
}
