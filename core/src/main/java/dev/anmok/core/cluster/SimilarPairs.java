package dev.anmok.core.cluster;

import java.io.IOException;

/// Which vectors hang together by pairs that are similar enough: a forest of such pairs, found by
/// comparing all of them exactly ([PairScan]) in the caller's thread. A pair whose rows hang
/// together already is not looked at, so at most one pair fewer is told of than there are rows.
///
/// @param rows unit vectors
/// @param least smallest cosine similarity of a pair, as [ExactCosine] computes it
public record SimilarPairs(VectorRows rows, double least) {
  /// Takes pairs.
  @FunctionalInterface
  public interface Pairs {
    /// A pair of row numbers.
    void pair(int first, int second);
  }

  /// Tells of pairs by which all similar rows hang together.
  ///
  /// @throws IOException if there is no room for a temporary file
  public void all(Pairs pairs) throws IOException {
    try (var scan = new PairScan(rows, least, 1)) {
      scan.all(new Forest(rows.rows(), pairs));
    }
  }

  /// Looks only at pairs of a row before `split` and one from there on.
  ///
  /// @throws IOException if there is no room for a temporary file
  public void across(int split, Pairs pairs) throws IOException {
    try (var scan = new PairScan(rows, least, 1)) {
      scan.across(split, new Forest(rows.rows(), pairs));
    }
  }

  /// Passes on what joins.
  private static final class Forest implements PairScan.Visitor {
    private final Components joined;
    private final Pairs pairs;

    Forest(int rows, Pairs pairs) {
      this.joined = new Components(rows);
      this.pairs = pairs;
    }

    @Override
    public boolean wanted(int first, int second) {
      return !joined.joined(first, second);
    }

    @Override
    public void pair(int first, int second, double cosine) {
      joined.join(first, second);
      pairs.pair(first, second);
    }
  }
}
