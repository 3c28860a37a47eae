package dev.anmok.core.evaluate;

import dev.anmok.core.embed.TextDigest;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// Parts of rows such that rows of one group are in one part. Which group goes where follows from
/// the SHA-256 of its name alone, so that figures can be repeated.
final class GroupSplit {
  private GroupSplit() {}

  /// The part of each row, from 0.
  ///
  /// @param groups the group of each row
  /// @param count 2 to the number of groups
  static int[] folds(List<String> groups, int count) {
    var names = names(groups);
    if (count < 2 || count > names.size()) {
      throw new IllegalArgumentException(
          "folds must be 2.." + names.size() + " (the number of groups), was " + count);
    }
    var parts = new HashMap<String, Integer>();
    for (int i = 0; i < names.size(); i++) {
      parts.put(names.get(i), i % count);
    }
    return each(groups, parts);
  }

  /// 0 for the rows of a share of the groups, −1 for the others.
  ///
  /// @param share above 0 and below 1
  static int[] share(List<String> groups, double share) {
    var names = names(groups);
    int held = (int) Math.ceil(share * names.size());
    if (!(share > 0) || held >= names.size()) {
      throw new IllegalArgumentException(
          "share must be above 0 and leave some of " + names.size() + " groups, was " + share);
    }
    var parts = new HashMap<String, Integer>();
    for (int i = 0; i < names.size(); i++) {
      parts.put(names.get(i), i < held ? 0 : -1);
    }
    return each(groups, parts);
  }

  private static int[] each(List<String> groups, Map<String, Integer> parts) {
    return groups.stream().mapToInt(group -> Objects.requireNonNull(parts.get(group))).toArray();
  }

  private static List<String> names(List<String> groups) {
    return groups.stream().distinct().sorted(Comparator.comparing(TextDigest::sha256)).toList();
  }
}
