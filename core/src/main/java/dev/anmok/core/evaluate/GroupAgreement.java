package dev.anmok.core.evaluate;

import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// How well groups that were found agree with known ones, pair by pair: two things are a pair if
/// they are in one group.
///
/// @param precision share of the found pairs that are known
/// @param recall share of the known pairs that were found
public record GroupAgreement(Proportion precision, Proportion recall) {
  /// Compares two groupings of the same things.
  ///
  /// @param known the group of each thing, null for none
  /// @param found the group of each thing, null for none
  public static GroupAgreement of(List<@Nullable String> known, List<@Nullable String> found) {
    if (known.size() != found.size()) {
      throw new IllegalArgumentException(
          "expected as many known as found, were " + known.size() + " and " + found.size());
    }
    var knownSizes = new HashMap<String, Integer>();
    var foundSizes = new HashMap<String, Integer>();
    var bothSizes = new HashMap<List<String>, Integer>();
    for (int i = 0; i < known.size(); i++) {
      var a = known.get(i);
      var b = found.get(i);
      if (a != null) {
        knownSizes.merge(a, 1, Integer::sum);
      }
      if (b != null) {
        foundSizes.merge(b, 1, Integer::sum);
      }
      if (a != null && b != null) {
        bothSizes.merge(List.of(a, b), 1, Integer::sum);
      }
    }
    long both = pairs(bothSizes.values());
    return new GroupAgreement(
        new Proportion(both, pairs(foundSizes.values())),
        new Proportion(both, pairs(knownSizes.values())));
  }

  private static long pairs(Iterable<Integer> sizes) {
    long pairs = 0;
    for (var size : sizes) {
      long n = Objects.requireNonNull(size);
      pairs += n * (n - 1) / 2;
    }
    return pairs;
  }
}
