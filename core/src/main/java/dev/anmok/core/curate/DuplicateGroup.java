package dev.anmok.core.curate;

import dev.anmok.core.cluster.DuplicateLevel;
import java.util.List;

/// Photos that are the same, one of which is worth keeping.
///
/// @param level the loosest level of its members
/// @param keeper row of the photo to keep
/// @param reason why it is, for people
/// @param others all other members, in order of their rows, at least one
public record DuplicateGroup(DuplicateLevel level, int keeper, String reason, List<Member> others) {
  public DuplicateGroup {
    others = List.copyOf(others);
  }

  /// A photo beside the keeper.
  ///
  /// @param row its number
  /// @param level how much it is the same as the keeper
  /// @param cosine cosine similarity to the keeper
  /// @param hashBits bits in which its perceptual hash differs from the keeper's, 0..64
  public record Member(int row, DuplicateLevel level, double cosine, int hashBits) {}

  /// The first row of the group, by which groups are ordered.
  int first() {
    return Math.min(keeper, others.getFirst().row());
  }
}
