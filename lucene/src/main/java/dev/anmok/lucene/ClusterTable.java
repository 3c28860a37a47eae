package dev.anmok.lucene;

import dev.anmok.core.embed.ByteRows;

/// The clusters of a segment: where their rows lie and about which centres. Thread-safe while the
/// segment is open.
final class ClusterTable {
  /// Clusters for each root of the number of rows: more of them hold fewer rows each, of which more
  /// are near, and take longer to choose among.
  private static final int PER_ROOT = 8;

  /// Rows for each cluster at least, on average.
  private static final int LEAST_ROWS = 32;

  private final int[] starts;
  private final float[] lengths;
  private final float spread;
  private final ByteRows centres;

  /// @param starts where each cluster begins, and at last where the last one ends
  /// @param lengths squared length of each centre
  /// @param spread what [dev.anmok.core.cluster.ClusterSpread] measured
  ClusterTable(int[] starts, float[] lengths, float spread, ByteRows centres) {
    this.starts = starts.clone();
    this.lengths = lengths.clone();
    this.spread = spread;
    this.centres = centres;
  }

  /// How many clusters so many rows are worth.
  static int wanted(int rows) {
    return Math.max(1, Math.min(rows / LEAST_ROWS, (int) (PER_ROOT * Math.sqrt(rows))));
  }

  /// Number of clusters.
  int count() {
    return lengths.length;
  }

  /// Place of a cluster's first row; that of one after the last is where the last one ends.
  int start(int cluster) {
    return starts[cluster];
  }

  /// Number of a cluster's rows.
  int size(int cluster) {
    return starts[cluster + 1] - starts[cluster];
  }

  Chances chances(float[] vector) {
    return new Chances(vector);
  }

  /// What is to be expected of the clusters for a unit vector; for one thread.
  ///
  /// The scores of a cluster's rows are taken as normal about that of its centre, with the variance
  /// [#TAILS] times `spread |q - c|² r²`. For unit vectors the mean squared radius `r²` is `1 -
  /// |c|²`.
  final class Chances {
    /// Scores are spread wider at their ends than normal ones of the same variance.
    private static final float TAILS = 2;

    /// Error of a centre's score, which is computed from bytes.
    private static final float ROUNDING = 1e-3f;

    private final float[] scores;
    private final float[] deviations;

    private Chances(float[] vector) {
      this.scores = new float[lengths.length];
      this.deviations = new float[lengths.length];
      centres.probe(vector).scores(scores);
      for (int c = 0; c < lengths.length; c++) {
        float radius = Math.max(0, 1 - lengths[c]);
        deviations[c] = (float) Math.sqrt(TAILS * spread * apart(c) * radius) + ROUNDING;
      }
    }

    /// Squared distance from a centre.
    float apart(int cluster) {
      return Math.max(0, 1 + lengths[cluster] - 2 * scores[cluster]);
    }

    /// How many deviations above its centre's score a row of the cluster must lie to reach a score.
    float rarity(int cluster, float score) {
      return (score - scores[cluster]) / deviations[cluster];
    }
  }
}
