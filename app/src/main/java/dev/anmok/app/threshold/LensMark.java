package dev.anmok.app.threshold;

import dev.anmok.core.embed.TextDigest;
import dev.anmok.core.embed.VectorSpace;
import dev.anmok.core.score.ContrastLens;

/// What a threshold belongs to: deltas of two marks do not compare.
///
/// @param lens name of the lens
/// @param space id of the vector space
/// @param pooling its pooling
/// @param prompts digest of its prompts
public record LensMark(String lens, String space, String pooling, String prompts) {
  /// The mark of a lens in a space.
  public static LensMark of(ContrastLens lens, VectorSpace space) {
    return new LensMark(lens.name(), space.id(), lens.pooling().code(), lens.prompts().digest());
  }

  /// Twelve hexadecimal digits that change with all of it.
  String digest() {
    return TextDigest.brief(String.join("\n", lens, space, pooling, prompts));
  }

  /// What people are asked by its labels, as a code. Labels say what a photo shows, so they hold
  /// for every space, pooling and prompts of the lens.
  String subject() {
    return lens.matches("[a-z0-9_-]{1,20}") ? "lens-" + lens : "lens-" + TextDigest.brief(lens);
  }
}
