package dev.anmok.app.review;

import java.util.List;
import java.util.Optional;

/// What the machine takes for copies in a catalog, at one state of it, before people said anything:
/// some 300 bytes for each photo that is a copy.
///
/// @param version names the rule with its thresholds: 12 hexadecimal digits
/// @param groups those of two different photos and more
public record CopyGroups(String version, List<CopyGroup> groups) {
  /// What the machine's verdicts on copies are stored under.
  public static final String METHOD = "duplicates";

  public CopyGroups {
    groups = List.copyOf(groups);
  }

  /// The group of a photo.
  ///
  /// @param photo the first half of its digest
  Optional<CopyGroup> of(String photo) {
    return groups.stream().filter(group -> group.names().contains(photo)).findFirst();
  }
}
