package dev.anmok.core.evaluate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.DoubleSummaryStatistics;
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
    var ones = new double[values.length];
    Arrays.fill(ones, 1);
    return ratio(values, ones);
  }

  /// The sum of values over the sum of counts, resampling pairs of a value and its count: the mean
  /// of things that come in groups, such as the answers of one person. NaN of no values.
  ///
  /// @param counts one for each value, above 0
  static Interval ratio(double[] values, double[] counts) {
    double ratio = Arrays.stream(values).sum() / Arrays.stream(counts).sum();
    if (values.length == 0) {
      return new Interval(Double.NaN, Double.NaN, Double.NaN);
    }
    var random = new Random(SEED);
    var ratios = new double[SAMPLES];
    for (int s = 0; s < SAMPLES; s++) {
      double sum = 0;
      double count = 0;
      for (int i = 0; i < values.length; i++) {
        int drawn = random.nextInt(values.length);
        sum += values[drawn];
        count += counts[drawn];
      }
      ratios[s] = sum / count;
    }
    return interval(ratio, ratios);
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

  /// The same for a figure that is larger of few rows than of many, such as a mean of distances:
  /// samples hold fewer different rows than there are, so that all of them lie too high, and the
  /// interval is moved down by as much as their mean lies above the figure. At least 0. Source:
  /// Efron and Tibshirani, An Introduction to the Bootstrap (1993), chapter 10.
  static Interval ofGroupsUnbiased(List<String> groups, ToDoubleFunction<int[]> figure) {
    var sum = new DoubleSummaryStatistics();
    var interval =
        ofGroups(
            groups,
            rows -> {
              double of = figure.applyAsDouble(rows);
              sum.accept(of);
              return of;
            });
    double bias = (sum.getSum() - interval.value()) / STATISTICS - interval.value();
    return new Interval(
        interval.value(), Math.max(0, interval.low() - bias), Math.max(0, interval.high() - bias));
  }

  private static Interval interval(double value, double[] samples) {
    Arrays.sort(samples);
    int cut = samples.length / 40;
    return new Interval(value, samples[cut], samples[samples.length - 1 - cut]);
  }
}
