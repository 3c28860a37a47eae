package dev.anmok.core.search;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Says how far the hits of one request can be trusted: each hit by its best evidence, and the
/// answer as a whole, which has no good match if all its hits are weak. Not thread-safe; a request
/// costs one pass over the background for each vector in it.
public final class MatchJudge {
  private final MatchScale scale;
  private final Spread.Of spreads;
  private final long photos;
  private final Map<String, QueryKind> kinds;
  private final Map<String, Spread> known = new HashMap<>();

  /// A judge of the hits of one request.
  ///
  /// @param scale what scores are worth in the index's space
  /// @param spreads the queries' cosines over background photos
  /// @param photos number of photos searched
  /// @param kinds what each vector was made of, by the name of its sub-query or reading; those not
  ///   named were made of words
  public MatchJudge(
      MatchScale scale, Spread.Of spreads, long photos, Map<String, QueryKind> kinds) {
    this.scale = scale;
    this.spreads = spreads;
    this.photos = photos;
    this.kinds = Map.copyOf(kinds);
  }

  /// The strength of a hit: that of its best sub-query, wanted ones only.
  public MatchStrength of(Found found) {
    var strength = MatchStrength.WEAK;
    for (var share : found.why()) {
      if (share.part().wanted()) {
        strength = strength.or(of(share));
      }
    }
    return strength;
  }

  /// Whether an answer has no good match.
  public boolean refuses(List<Found> hits) {
    return hits.stream().allMatch(hit -> of(hit) == MatchStrength.WEAK);
  }

  private MatchStrength of(Share share) {
    return switch (share.part()) {
      case SubQuery.ByWords words -> scale.byWords(share.coverage(), share.matches());
      case SubQuery.ByVector vector -> byVector(vector, share.score());
      case SubQuery.BestOf many ->
          many.readings().stream()
              .filter(reading -> reading.name().equals(share.reading()))
              .findFirst()
              .map(reading -> byVector(reading, share.score()))
              .orElse(MatchStrength.WEAK);
      case SubQuery.Boost _, SubQuery.Taste _ -> MatchStrength.WEAK; // no evidence
    };
  }

  private MatchStrength byVector(SubQuery.ByVector part, double cosine) {
    var spread = known.computeIfAbsent(part.name(), _ -> spreads.of(part.vector()));
    var kind = kinds.getOrDefault(part.name(), QueryKind.WORDS);
    return scale.byVector(kind, spread, cosine, photos);
  }
}
