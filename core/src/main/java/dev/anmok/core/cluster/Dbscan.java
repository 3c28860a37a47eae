package dev.anmok.core.cluster;

import java.io.IOException;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicIntegerArray;

/// Density-based clusters of unit vectors by cosine distance, with exactly the labels of
/// scikit-learn's `DBSCAN(eps, metric="cosine", min_samples)` on the same vectors as float64.
///
/// Two rows are neighbours if `1 - cosine ≤ eps`, computed in double precision at the edge (float32
/// input to scikit-learn decides pairs within about 1e-7 of the edge by its own rounding). A row
/// with at least `min_samples` neighbours, itself among them, is a core; cores that are neighbours
/// share a cluster; clusters are numbered by their first core. A row that is no core but has one
/// for a neighbour belongs to the cluster of the lowest number among its cores', since scikit-learn
/// finishes a cluster before it begins the next.
///
/// With `min_samples` up to 2 the pairs are gone through once, else up to three times; they are
/// never held: 12 bytes a row, and what [PairScan] takes.
///
/// Source: Ester, Kriegel, Sander and Xu, KDD 1996.
public final class Dbscan {
  /// The label of a row that belongs to no cluster.
  public static final int NOISE = -1;

  private final double eps;
  private final int minSamples;

  /// Clusters by these settings.
  ///
  /// @param eps largest cosine distance of neighbours, greater than 0 and at most 2
  /// @param minSamples neighbours that make a core, itself counted, at least 1
  public Dbscan(double eps, int minSamples) {
    check(eps, minSamples);
    this.eps = eps;
    this.minSamples = minSamples;
  }

  static void check(double eps, int minSamples) {
    if (!(eps > 0 && eps <= 2)) {
      throw new IllegalArgumentException("eps must be greater than 0 and at most 2, was " + eps);
    }
    if (minSamples < 1) {
      throw new IllegalArgumentException("min-samples must be at least 1, was " + minSamples);
    }
  }

  /// A label a row: the number of its cluster from 0 on, or [#NOISE].
  ///
  /// @throws IOException if there is no room for a temporary file
  public int[] labels(VectorRows rows) throws IOException {
    try (var scan = new PairScan(rows, 1 - eps - 1e-9)) {
      var cores = minSamples <= 2 ? null : cores(scan, rows.rows());
      var joined = new Components(rows.rows());
      var linked = new AtomicIntegerArray(rows.rows());
      scan.all(
          new PairScan.Visitor() {
            @Override
            public boolean wanted(int a, int b) {
              return (cores == null || (cores[a] && cores[b])) && !joined.joined(a, b);
            }

            @Override
            public void pair(int a, int b, double cosine) {
              if (1 - cosine <= eps) {
                joined.join(a, b);
                linked.setPlain(a, 1);
                linked.setPlain(b, 1);
              }
            }
          });
      if (cores != null) {
        return withBorders(scan, cores, number(joined, cores));
      }
      var core = new boolean[rows.rows()];
      for (int i = 0; i < core.length; i++) {
        core[i] = minSamples == 1 || linked.getPlain(i) == 1;
      }
      return number(joined, core);
    }
  }

  private boolean[] cores(PairScan scan, int rows) {
    var neighbours = new AtomicIntegerArray(rows);
    scan.all(
        new PairScan.Visitor() {
          @Override
          public boolean wanted(int a, int b) {
            return neighbours.get(a) < minSamples - 1 || neighbours.get(b) < minSamples - 1;
          }

          @Override
          public void pair(int a, int b, double cosine) {
            if (1 - cosine <= eps) {
              neighbours.incrementAndGet(a);
              neighbours.incrementAndGet(b);
            }
          }
        });
    var cores = new boolean[rows];
    for (int i = 0; i < rows; i++) {
      cores[i] = neighbours.get(i) >= minSamples - 1;
    }
    return cores;
  }

  private static int[] number(Components joined, boolean[] cores) {
    var labels = new int[cores.length];
    Arrays.fill(labels, NOISE);
    int next = 0;
    for (int i = 0; i < labels.length; i++) {
      if (cores[i]) {
        int first = joined.first(i);
        labels[i] = first == i ? next++ : labels[first];
      }
    }
    return labels;
  }

  private int[] withBorders(PairScan scan, boolean[] cores, int[] labels) {
    var lowest = new AtomicIntegerArray(labels);
    scan.all(
        new PairScan.Visitor() {
          @Override
          public boolean wanted(int a, int b) {
            return cores[a] != cores[b];
          }

          @Override
          public void pair(int a, int b, double cosine) {
            if (1 - cosine <= eps) {
              int label = labels[cores[a] ? a : b];
              lowest.accumulateAndGet(
                  cores[a] ? b : a,
                  label,
                  (old, found) -> old == NOISE ? found : Math.min(old, found));
            }
          }
        });
    for (int i = 0; i < labels.length; i++) {
      labels[i] = lowest.get(i);
    }
    return labels;
  }
}
