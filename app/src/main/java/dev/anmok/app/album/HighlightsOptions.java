package dev.anmok.app.album;

import dev.anmok.app.head.Heads;
import org.jspecify.annotations.Nullable;

/// Which highlights are listed.
///
/// @param limit photos of each category, 1 to [#MAX_LIMIT]
/// @param headOrNull a head's name, or the path of its file, to score by in place of the profile's
///   lens
/// @param scale form of the listed scores
/// @param distinctOrNull whether only the best of near duplicates is listed; null as the profile
///   says
public record HighlightsOptions(
    int limit, @Nullable String headOrNull, ScoreScale scale, @Nullable Boolean distinctOrNull) {
  public static final int MAX_LIMIT = 1_000;

  public static final HighlightsOptions DEFAULT =
      new HighlightsOptions(10, null, ScoreScale.UNIT, null);

  public HighlightsOptions {
    if (limit < 1 || limit > MAX_LIMIT) {
      throw new IllegalArgumentException("limit must be 1.." + MAX_LIMIT + ", was " + limit);
    }
  }

  /// Reads `limit`, `head`, `scale` and `distinct`. Whoever sends parameters may name a head, but
  /// not a file.
  ///
  /// @throws IllegalArgumentException if a setting is out of range
  public static HighlightsOptions read(Parameters from) {
    var head = from.find("head");
    if (head.isPresent() && !Heads.isName(head.get())) {
      throw new IllegalArgumentException("head must be the name of a head, was " + head.get());
    }
    return new HighlightsOptions(
        from.integer("limit", DEFAULT.limit(), 1, MAX_LIMIT),
        head.orElse(null),
        ScoreScale.read(from.find("scale")),
        from.find("distinct").isPresent() ? from.flag("distinct", true) : null);
  }
}
