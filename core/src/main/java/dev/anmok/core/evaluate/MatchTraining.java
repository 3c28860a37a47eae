package dev.anmok.core.evaluate;

import dev.anmok.core.search.Background;
import dev.anmok.core.search.MatchModel;
import dev.anmok.core.search.Spread;
import java.util.ArrayList;
import java.util.List;

/// Finds a [MatchModel] on queries of one kind: its evidence by logistic regression on hits that
/// are known to be right or wrong, its null by the best evidence that queries for absent things
/// reach among ever more background photos. The same input gives the same model.
public final class MatchTraining {
  /// Fewest right and wrong hits, and fewest queries for absent things.
  public static final int FEWEST = 10;

  private static final int SMALLEST_BLOCK = 16;

  /// Mean of the standard Gumbel distribution (Euler's constant).
  private static final double GUMBEL_MEAN = 0.5772156649015329;

  /// Standard deviation of the standard Gumbel distribution, `π / √6`.
  private static final double GUMBEL_DEVIATION = Math.PI / Math.sqrt(6);

  /// A hit of a query.
  ///
  /// @param spread the query's cosines over background photos
  /// @param cosine of the hit
  public record Example(Spread spread, double cosine, boolean right) {}

  private MatchTraining() {}

  /// The model of some hits, those of queries for absent things among the wrong ones.
  ///
  /// @param absent for each query for something absent its cosines with the photos of a
  ///   [Background], in its order, all of one length
  /// @throws IllegalArgumentException if there are fewer than [#FEWEST] of a kind or fewer than 32
  ///   background photos, or if a higher cosine does not make a hit likelier to be right
  public static MatchModel train(List<Example> hits, List<float[]> absent) {
    long right = hits.stream().filter(Example::right).count();
    require(right, "right hits");
    require(hits.size() - right, "wrong hits");
    require(absent.size(), "queries for absent things");
    var rows = new ArrayList<double[]>();
    var truth = new boolean[hits.size()];
    for (int i = 0; i < truth.length; i++) {
      var hit = hits.get(i);
      rows.add(new double[] {hit.cosine(), hit.spread().mean(), hit.spread().deviation()});
      truth[i] = hit.right();
    }
    double[] weights = LogisticFit.fit(rows, truth);
    if (!(weights[1] > 0)) {
      throw new IllegalArgumentException(
          "a higher cosine does not make these hits likelier to be right");
    }
    return withNull(weights, absent);
  }

  private static void require(long count, String what) {
    if (count < FEWEST) {
      throw new IllegalArgumentException(
          "at least " + FEWEST + " " + what + " are needed, there are " + count);
    }
  }

  private static MatchModel withNull(double[] w, List<float[]> absent) {
    int photos = absent.getFirst().length;
    if (photos < 2 * SMALLEST_BLOCK) {
      throw new IllegalArgumentException(
          "at least 32 background photos are needed, there are " + photos);
    }
    var growth = new ArrayList<Double>();
    var means = new ArrayList<Double>();
    for (int block = SMALLEST_BLOCK; block < photos; block *= 2) {
      growth.add(MatchModel.growth(block));
      means.add(mean(best(w, absent, block)));
    }
    var whole = best(w, absent, photos);
    growth.add(MatchModel.growth(photos));
    means.add(mean(whole));
    double slope = Math.max(0, slope(growth, means));
    double scale = Math.max(1e-3, deviation(whole) / GUMBEL_DEVIATION);
    double location = mean(whole) - slope * growth.getLast() - GUMBEL_MEAN * scale;
    return new MatchModel(w[0], w[1], w[2], w[3], location, slope, scale);
  }

  /// The best evidence of each query in each whole block of so many photos.
  private static double[] best(double[] w, List<float[]> absent, int block) {
    var best = new ArrayList<Double>();
    for (var cosines : absent) {
      var spread = Background.spread(cosines);
      double rest = w[0] + w[2] * spread.mean() + w[3] * spread.deviation();
      for (int from = 0; from + block <= cosines.length; from += block) {
        float most = -1;
        for (int i = from; i < from + block; i++) {
          most = Math.max(most, cosines[i]);
        }
        best.add(rest + w[1] * most);
      }
    }
    return best.stream().mapToDouble(Double::doubleValue).toArray();
  }

  private static double mean(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    return sum / values.length;
  }

  private static double deviation(double[] values) {
    double mean = mean(values);
    double squares = 0;
    for (double value : values) {
      squares += (value - mean) * (value - mean);
    }
    return Math.sqrt(squares / (values.length - 1));
  }

  /// The slope of the least squares line.
  private static double slope(List<Double> x, List<Double> y) {
    double meanX = mean(x.stream().mapToDouble(Double::doubleValue).toArray());
    double meanY = mean(y.stream().mapToDouble(Double::doubleValue).toArray());
    double both = 0;
    double squares = 0;
    for (int i = 0; i < x.size(); i++) {
      both += (x.get(i) - meanX) * (y.get(i) - meanY);
      squares += (x.get(i) - meanX) * (x.get(i) - meanX);
    }
    return both / squares;
  }
}
