package dev.anmok.core.evaluate;

import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;

/// Ranges of a score, side by side, each of which a sample takes a share of. A range holds what is
/// over its lower edge and up to its upper one, so that a threshold at an edge, which only larger
/// scores pass, parts whole ranges.
///
/// @param edges rising; there is one range more than edges
public record Strata(List<Double> edges) {
  /// Parts of what lies on one side of the centre, the nearest first.
  private static final int[] PARTS = {1, 2, 3, 4, 5};

  public Strata {
    edges = List.copyOf(edges);
    for (int i = 1; i < edges.size(); i++) {
      if (edges.get(i - 1) >= edges.get(i)) {
        throw new IllegalArgumentException("edges must rise, were " + edges);
      }
    }
  }

  /// Ranges that are narrow where it matters: each side of a centre is cut in five whose sizes are
  /// as 1 to 5, the smallest next to the centre. Equal shares of a sample then look at what is near
  /// the centre five times as closely as at what is far from it. Fewer ranges where scores are few
  /// or equal.
  ///
  /// @param sorted the scores, rising
  public static Strata around(double[] sorted, double centre) {
    int below = rank(sorted, centre);
    int above = sorted.length - below;
    var edges = new TreeSet<Double>();
    if (below > 0 && above > 0) {
      edges.add(centre);
    }
    int all = Arrays.stream(PARTS).sum();
    int reach = 0;
    for (int part : PARTS) {
      reach += part;
      addEdge(edges, sorted, below - (int) Math.round((double) below * reach / all));
      addEdge(edges, sorted, below + (int) Math.round((double) above * reach / all));
    }
    return new Strata(List.copyOf(edges));
  }

  /// An edge up to which so many scores lie, if some lie beyond.
  private static void addEdge(TreeSet<Double> edges, double[] sorted, int rank) {
    if (rank > 0 && sorted[rank - 1] < sorted[sorted.length - 1]) {
      edges.add(sorted[rank - 1]);
    }
  }

  /// How many of some rising scores do not pass a threshold.
  public static int rank(double[] sorted, double threshold) {
    int low = 0;
    int high = sorted.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (sorted[middle] <= threshold) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /// How many ranges there are.
  public int count() {
    return edges.size() + 1;
  }

  /// The range of a score, from 0 for the lowest.
  public int of(double score) {
    int range = 0;
    while (range < edges.size() && score > edges.get(range)) {
      range++;
    }
    return range;
  }
}
