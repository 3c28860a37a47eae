package dev.anmok.core.curate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Which of some copies of a picture to keep. Trait by trait, in the order of [KeeperTrait], the
/// copies that are worse than the best of those left by more than the trait's tolerance drop out;
/// of those that are left at the end the first is kept.
///
/// @param row the one that is kept
/// @param reason what it has over the last copies that dropped out, for people
record KeeperChoice(int row, String reason) {
  private static final String FIRST = "first by name of equals";

  /// Chooses.
  ///
  /// @param rows at least one, in order of URI
  static KeeperChoice of(List<Integer> rows, List<PhotoLook> looks) {
    boolean detailed = rows.stream().allMatch(row -> looks.get(row).detailed());
    var left = rows;
    var dropped = List.<Integer>of();
    var decisive = KeeperTrait.SHARPER;
    for (var trait : KeeperTrait.values()) {
      double best =
          left.stream()
              .mapToDouble(row -> trait.worth(looks.get(row), detailed))
              .max()
              .orElseThrow();
      var good = new ArrayList<Integer>();
      var bad = new ArrayList<Integer>();
      for (int row : left) {
        (best - trait.worth(looks.get(row), detailed) < 1 ? good : bad).add(row);
      }
      if (!bad.isEmpty()) {
        dropped = bad;
        decisive = trait;
      }
      left = good;
    }
    int kept = left.getFirst();
    if (dropped.isEmpty()) {
      return new KeeperChoice(kept, FIRST);
    }
    var reason = reason(decisive, kept, dropped, looks, detailed);
    return new KeeperChoice(kept, left.size() > 1 ? reason + "; " + FIRST : reason);
  }

  private static String reason(
      KeeperTrait trait, int kept, List<Integer> others, List<PhotoLook> looks, boolean detailed) {
    int rival =
        others.stream()
            .max(Comparator.comparingDouble(row -> trait.worth(looks.get(row), detailed)))
            .orElseThrow();
    return trait.code()
        + ": "
        + trait.text(looks.get(kept), detailed)
        + " against "
        + trait.text(looks.get(rival), detailed);
  }

  /// All photos, those first that make good keepers: by the same traits, each in steps of its
  /// tolerance, then by the digest of the file, so that the order of input decides between equal
  /// files only.
  static int[] preference(List<PhotoLook> looks) {
    boolean detailed = looks.stream().allMatch(PhotoLook::detailed);
    Comparator<PhotoLook> better = (_, _) -> 0;
    for (var trait : KeeperTrait.values()) {
      better =
          better.thenComparing(
              Comparator.comparingDouble(
                  (PhotoLook look) -> -Math.floor(trait.worth(look, detailed))));
    }
    var order =
        better
            .thenComparingLong(look -> look.bytes().high())
            .thenComparingLong(look -> look.bytes().low());
    return java.util.stream.IntStream.range(0, looks.size())
        .boxed()
        .sorted((a, b) -> order.compare(looks.get(a), looks.get(b)))
        .mapToInt(Integer::intValue)
        .toArray();
  }
}
