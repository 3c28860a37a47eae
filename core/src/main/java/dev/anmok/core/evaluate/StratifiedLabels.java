package dev.anmok.core.evaluate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/// Labels of a sample that was drawn range by range of the score, and what they say of all rows.
///
/// Each label stands for as many rows as its range has for each label of it; summing by these
/// weights gives unbiased totals (Horvitz and Thompson, JASA 47, 1952). Precision and recall are
/// ratios of two such totals. Their variance is that of the linearised ratio, range by range
/// (Särndal, Swensson and Wretman, Model Assisted Survey Sampling, 1992, section 5.6), with the
/// correction for finite ranges. The interval is Wilson's for the number of independent labels that
/// would have the same variance.
///
/// For the variance one more label is imagined in each range, shared out among the outcomes, so
/// that a range where all labels agree is not taken for certain. A range without labels is joined
/// to the one below it, the lowest to the one above.
///
/// @param ranges from the lowest
public record StratifiedLabels(List<Range> ranges) {
  /// A range of the score.
  ///
  /// @param size rows in it, at least as many as labels
  /// @param labels of a random sample of them
  public record Range(long size, List<LabelledScore> labels) {
    public Range {
      labels = List.copyOf(labels);
      if (size < labels.size()) {
        throw new IllegalArgumentException(
            "a range of " + size + " rows has " + labels.size() + " labels");
      }
    }

    private Range and(Range other) {
      var all = new ArrayList<>(labels);
      all.addAll(other.labels);
      return new Range(size + other.size, all);
    }
  }

  /// What is known of a threshold; a row passes if its score is strictly greater.
  ///
  /// @param threshold the threshold
  /// @param precision wanted among those that pass; its value is NaN if no label passes
  /// @param recall those that pass among the wanted; its value is NaN if no label is wanted
  /// @param labels how many labels pass
  public record Estimate(double threshold, Interval precision, Interval recall, int labels) {}

  public StratifiedLabels {
    ranges = joined(ranges);
  }

  private static List<Range> joined(List<Range> ranges) {
    var joined = new ArrayList<Range>();
    for (var range : ranges) {
      boolean empty = range.labels.isEmpty();
      if (!joined.isEmpty() && (empty || joined.getLast().labels.isEmpty())) {
        joined.add(joined.removeLast().and(range));
      } else {
        joined.add(range);
      }
    }
    return List.copyOf(joined);
  }

  /// All labels.
  public List<LabelledScore> labels() {
    return ranges.stream().flatMap(range -> range.labels.stream()).toList();
  }

  /// The thresholds that tell labels apart, rising: one under all, and the middle between each two
  /// neighbouring different scores; none without labels.
  public List<Double> thresholds() {
    var scores = new TreeSet<Double>();
    labels().forEach(label -> scores.add(label.score()));
    var thresholds = new ArrayList<Double>();
    double before = Double.NaN;
    for (double score : scores) {
      thresholds.add(Double.isNaN(before) ? score - 1e-4 : (before + score) / 2);
      before = score;
    }
    return thresholds;
  }

  /// What a threshold does.
  public Estimate at(double threshold) {
    var cells = ranges.stream().map(range -> cells(range, threshold)).toList();
    int passing = cells.stream().mapToInt(cell -> cell[Cell.HIT] + cell[Cell.ALARM]).sum();
    return new Estimate(threshold, ratio(cells, Cell.ALARM), ratio(cells, Cell.MISS), passing);
  }

  /// The smallest of some thresholds whose precision is surely met, so that it holds for all rows
  /// and not only for those labelled.
  ///
  /// @param target smallest lower end of the precision's interval, 0..1
  public static Optional<Estimate> surely(List<Estimate> estimates, double target) {
    return estimates.stream()
        .filter(estimate -> estimate.precision.low() >= target)
        .min(Comparator.comparingDouble(Estimate::threshold));
  }

  /// What a label can be for a threshold: places in an array of counts.
  private static final class Cell {
    static final int HIT = 0; // wanted, passes
    static final int ALARM = 1; // not wanted, passes
    static final int MISS = 2; // wanted, does not pass
    static final int REST = 3;

    private Cell() {}
  }

  private static int[] cells(Range range, double threshold) {
    var cells = new int[4];
    for (var label : range.labels) {
      boolean passes = label.score() > threshold;
      int cell =
          label.wanted() ? (passes ? Cell.HIT : Cell.MISS) : (passes ? Cell.ALARM : Cell.REST);
      cells[cell]++;
    }
    return cells;
  }

  /// Hits among hits and those of another cell.
  private Interval ratio(List<int[]> cells, int other) {
    double hits = 0;
    double all = 0;
    double likelyHits = 0;
    double likelyAll = 0;
    for (int i = 0; i < cells.size(); i++) {
      double size = ranges.get(i).size;
      int[] seen = cells.get(i);
      double weight = size / Math.max(1, ranges.get(i).labels.size());
      hits += weight * seen[Cell.HIT];
      all += weight * (seen[Cell.HIT] + seen[other]);
      double[] likely = likely(seen, size);
      likelyHits += size * likely[Cell.HIT];
      likelyAll += size * (likely[Cell.HIT] + likely[other]);
    }
    if (all == 0) {
      return new Interval(Double.NaN, 0, 1);
    }
    double ratio = likelyHits / likelyAll;
    double variance = variance(cells, other, ratio) / (likelyAll * likelyAll);
    double trials = variance == 0 ? Double.POSITIVE_INFINITY : ratio * (1 - ratio) / variance;
    return Wilson.of(Math.min(1, hits / all), trials);
  }

  private double variance(List<int[]> cells, int other, double ratio) {
    double sum = 0;
    for (int i = 0; i < cells.size(); i++) {
      double size = ranges.get(i).size;
      int labels = ranges.get(i).labels.size();
      if (labels == 0) {
        continue;
      }
      double[] likely = likely(cells.get(i), size);
      double hit = 1 - ratio;
      double mean = likely[Cell.HIT] * hit - likely[other] * ratio;
      double square = likely[Cell.HIT] * hit * hit + likely[other] * ratio * ratio;
      sum += size * size * (1 - labels / size) * (square - mean * mean) / labels;
    }
    return sum;
  }

  /// The shares of the cells in a range, with one more label shared out among the cells of the
  /// sides of the threshold where there are labels; less than one where few rows are without a
  /// label.
  private static double[] likely(int[] seen, double size) {
    int labels = Arrays.stream(seen).sum();
    boolean passing = seen[Cell.HIT] + seen[Cell.ALARM] > 0;
    boolean failing = seen[Cell.MISS] + seen[Cell.REST] > 0;
    double more = labels == 0 ? 0 : 1 - labels / size;
    double each = passing && failing ? more / 4 : more / 2;
    var shares = new double[4];
    for (int cell = 0; cell < 4; cell++) {
      boolean possible = cell <= Cell.ALARM ? passing : failing;
      shares[cell] = labels == 0 ? 0 : (seen[cell] + (possible ? each : 0)) / (labels + more);
    }
    return shares;
  }
}
