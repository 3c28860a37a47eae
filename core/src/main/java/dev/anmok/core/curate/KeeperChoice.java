package dev.anmok.core.curate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/// Which of some copies of a picture to keep. Trait by trait, in the order of [KeeperTrait], the
/// copies that are worse than the best of those left by more than the trait's tolerance drop out;
/// of those that are left at the end the first is kept.
///
/// @param row the one that is kept
/// @param reason what it has over the last copies that dropped out, for people
record KeeperChoice(int row, String reason) {
  private static final String FIRST = "first by name of equals";
  private static final int NONE = -1;

  /// Chooses.
  ///
  /// @param rows at least one, in order of URI
  static KeeperChoice of(List<Integer> rows, List<PhotoLook> looks) {
    boolean detailed = rows.stream().allMatch(row -> looks.get(row).detailed());
    var left = rows;
    var decisive = KeeperTrait.SHARPER;
    int rival = NONE;
    for (var trait : KeeperTrait.values()) {
      var worths =
          left.stream().mapToDouble(row -> trait.worth(looks.get(row), detailed)).toArray();
      double best = Arrays.stream(worths).max().orElseThrow();
      double second = Double.NEGATIVE_INFINITY;
      var good = new ArrayList<Integer>();
      for (int i = 0; i < worths.length; i++) {
        if (best - worths[i] < 1) {
          good.add(left.get(i));
        } else if (worths[i] > second) {
          second = worths[i];
          decisive = trait;
          rival = left.get(i);
        }
      }
      left = good;
    }
    int kept = left.getFirst();
    if (rival == NONE) {
      return new KeeperChoice(kept, FIRST);
    }
    var reason =
        decisive.code()
            + ": "
            + decisive.text(looks.get(kept), detailed)
            + " against "
            + decisive.text(looks.get(rival), detailed);
    return new KeeperChoice(kept, left.size() > 1 ? reason + "; " + FIRST : reason);
  }

  /// All photos, those first that make good keepers: by the same traits, each in steps of its
  /// tolerance, then by the digest of the file, so that the order of input decides between equal
  /// files only. About 70 bytes a photo meanwhile.
  ///
  /// @param detailed whether all photos, these and any others, were measured at native resolution
  static int[] preference(List<PhotoLook> looks, boolean detailed) {
    var steps =
        Arrays.stream(KeeperTrait.values())
            .map(trait ->
                looks.stream()
                    .mapToDouble(look -> -Math.floor(trait.worth(look, detailed)))
                    .toArray())
            .toList();
    Comparator<Integer> better = (_, _) -> 0;
    for (var step : steps) {
      better = better.thenComparingDouble(row -> step[row]);
    }
    var order =
        better
            .thenComparingLong(row -> looks.get(row).bytes().high())
            .thenComparingLong(row -> looks.get(row).bytes().low());
    return IntStream.range(0, looks.size())
        .boxed()
        .sorted(order)
        .mapToInt(Integer::intValue)
        .toArray();
  }
}
