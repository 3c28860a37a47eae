package dev.anmok.core.search;

/// How the answers of several sub-queries become one ranking.
public sealed interface Fusion {
  /// The way of a name: `weighted` or `rrf`, with the constant of its source.
  ///
  /// @throws IllegalArgumentException if there is none
  static Fusion parse(String name) {
    return switch (name) {
      case "weighted" -> new Weighted();
      case "rrf" -> new ReciprocalRank(ReciprocalRank.PUBLISHED);
      case String other ->
          throw new IllegalArgumentException("fusion must be weighted or rrf, was " + other);
    };
  }

  /// Reciprocal rank fusion: each sub-query adds `weight / (constant + rank)`, ranks from 1, to
  /// what it found; equal scores share a rank. A sub-query of negative weight ranks what the others
  /// found, and takes off as much.
  ///
  /// Source: Cormack, Clarke and Büttcher, SIGIR 2009 (whose constant is 60).
  ///
  /// @param constant at least 1; the larger, the less the first ranks stand out
  record ReciprocalRank(int constant) implements Fusion {
    /// The constant of the source.
    public static final int PUBLISHED = 60;

    public ReciprocalRank {
      if (constant < 1) {
        throw new IllegalArgumentException("constant must be >= 1, was " + constant);
      }
    }
  }

  /// The sum of weight times calibrated score ([Share#calibrated]) over all sub-queries, each of
  /// which scores whatever any of them found.
  record Weighted() implements Fusion {}
}
