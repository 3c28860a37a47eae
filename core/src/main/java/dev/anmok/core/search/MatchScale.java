package dev.anmok.core.search;

import dev.anmok.core.score.Gaussian;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Turns the scores of hits into strengths, by what was measured in one space.
///
/// - A hit is **fair** if queries for absent things reach its evidence in at most [#ABSENT] of
///   cases with a collection of this size ([MatchModel#chance]);
/// - it is **strong** if besides it is at least [#LIKELY] to be right ([MatchModel#probability]);
/// - all else is **weak**.
///
/// A kind of query without a model is judged by the null alone: the cosines of the query with
/// photos that it does not look for are taken for normal, and what the best of `n` of them would
/// exceed in at most [#ABSENT] of cases is fair, in at most [#RARE] strong. That is careful to a
/// fault in collections of one subject, where many photos are right; docs/retrieval.md says how to
/// find constants.
///
/// @param models by kind of query, those that were measured
/// @param origin where they come from, in plain words
public record MatchScale(Map<QueryKind, MatchModel> models, String origin) {
  /// Largest probability of a fair score for a query for something that is not there.
  public static final double ABSENT = 0.1;

  /// Smallest probability of being right of a strong hit.
  public static final double LIKELY = 0.5;

  /// Without a model: largest probability of a strong score by chance.
  public static final double RARE = 0.001;

  /// Share of a query's weight that must match for more than a weak hit, in texts that tell about a
  /// thing.
  public static final double TOLD = 0.5;

  /// The same where two words of the query or more were found: one may stand in a story by chance,
  /// several in one seldom do.
  public static final double TOLD_IN_WORDS = 0.3;

  /// The same where a text that names the thing has part of it: a name matches by chance seldom.
  public static final double NAMED = 0.2;

  private static final double WHOLE = 0.999;

  /// Texts that say what a thing is, rather than tell about it.
  private static final Set<TextRole> NAMING =
      EnumSet.of(TextRole.TITLE, TextRole.ALIAS, TextRole.TAGS);

  public MatchScale {
    models = Map.copyOf(models);
  }

  /// A scale of a space in which nothing was measured.
  public static MatchScale uncalibrated() {
    return new MatchScale(Map.of(), "nothing was measured for this model");
  }

  /// The strength of a photo or item found by a vector.
  ///
  /// @param kind what the vector was made of
  /// @param spread the query's cosines over background photos
  /// @param cosine of the hit
  /// @param photos number of photos searched
  public MatchStrength byVector(QueryKind kind, Spread spread, double cosine, long photos) {
    var model = models.get(kind);
    if (model == null) {
      return byNull(spread.standard(cosine), photos);
    }
    double evidence = model.evidence(spread, cosine);
    if (model.chance(evidence, photos) > ABSENT) {
      return MatchStrength.WEAK;
    }
    return MatchModel.probability(evidence) >= LIKELY ? MatchStrength.STRONG : MatchStrength.FAIR;
  }

  /// The strength of a hit by words: strong if every word was found and a text that names the thing
  /// has one of them; fair from [#NAMED] of the query's weight on if such a text has one, else from
  /// [#TOLD_IN_WORDS] on if two words or more were found, else from [#TOLD] on; weak below.
  ///
  /// @param coverage share of the query's weight that matched, 0..1
  /// @param matches what matched where
  public MatchStrength byWords(double coverage, List<TextHit.Match> matches) {
    boolean named = matches.stream().anyMatch(match -> NAMING.contains(match.role()));
    if (coverage < (named ? NAMED : told(matches))) {
      return MatchStrength.WEAK;
    }
    return named && coverage >= WHOLE ? MatchStrength.STRONG : MatchStrength.FAIR;
  }

  private static double told(List<TextHit.Match> matches) {
    return matches.stream().map(TextHit.Match::word).distinct().count() > 1 ? TOLD_IN_WORDS : TOLD;
  }

  /// The chance that the best of `n` normal values exceeds a standard score is `1 - (1 - P)ⁿ`.
  private static MatchStrength byNull(double standard, long photos) {
    double chance =
        -Math.expm1((double) Math.max(1, photos) * Math.log1p(-Gaussian.above(standard)));
    if (chance > ABSENT) {
      return MatchStrength.WEAK;
    }
    return chance > RARE ? MatchStrength.FAIR : MatchStrength.STRONG;
  }
}
