package dev.anmok.core.evaluate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.stream.IntStream;

/// Draws equal shares of some ranges of a score, by random numbers that rows keep for good: of each
/// range those with the smallest numbers. Within a range every row has the same chance, and a later
/// drawing of the same rows, also with other ranges, more of them or a larger size, takes the rows
/// drawn before as far as chance allows. Source: Ohlsson, "Coordination of samples using permanent
/// random numbers", in Business Survey Methods (Wiley, 1995).
///
/// @param strata the ranges
/// @param sizes number of rows in each range
/// @param rows the rows drawn of each range, those with the smallest numbers first
public record StratifiedDraw(Strata strata, List<Long> sizes, List<List<Integer>> rows) {
  public StratifiedDraw {
    sizes = List.copyOf(sizes);
    rows = List.copyOf(rows);
  }

  private record Lot(int row, double number) {
    static final Comparator<Lot> SMALLEST =
        Comparator.comparingDouble(Lot::number).thenComparingInt(Lot::row);
  }

  /// Draws. Memory: the size for each range.
  ///
  /// @param scores one for each row
  /// @param numbers one for each row, 0..1
  /// @param size how many rows, at least 1; fewer are drawn if there are not so many
  public static StratifiedDraw of(Strata strata, double[] scores, double[] numbers, int size) {
    var lots = new ArrayList<PriorityQueue<Lot>>();
    var sizes = new Long[strata.count()];
    Arrays.fill(sizes, 0L);
    IntStream.range(0, sizes.length)
        .forEach(_ -> lots.add(new PriorityQueue<>(Lot.SMALLEST.reversed())));
    for (int row = 0; row < scores.length; row++) {
      int range = strata.of(scores[row]);
      sizes[range]++;
      var kept = lots.get(range);
      kept.add(new Lot(row, numbers[row]));
      if (kept.size() > size) {
        kept.poll();
      }
    }
    int[] shares = shares(sizes, size);
    var rows = new ArrayList<List<Integer>>();
    for (int range = 0; range < shares.length; range++) {
      rows.add(
          lots.get(range).stream()
              .sorted(Lot.SMALLEST)
              .limit(shares[range])
              .map(Lot::row)
              .toList());
    }
    return new StratifiedDraw(strata, List.of(sizes), rows);
  }

  /// Shares the places out, the smallest ranges first, so that what they leave goes to the others.
  private static int[] shares(Long[] sizes, int size) {
    var order =
        IntStream.range(0, sizes.length)
            .boxed()
            .sorted(Comparator.comparingLong(range -> sizes[range]))
            .toList();
    var shares = new int[sizes.length];
    int left = size;
    for (int i = 0; i < order.size(); i++) {
      int range = order.get(i);
      int ranges = order.size() - i;
      shares[range] = (int) Math.min(sizes[range], (left + ranges - 1) / ranges);
      left -= shares[range];
    }
    return shares;
  }
}
