package dev.anmok.core.search;

/// How far a hit can be trusted to be what was looked for. A query whose hits are all weak has no
/// good match.
public enum MatchStrength {
  /// More likely right than not.
  STRONG,
  /// Of the kind that was asked for, as far as the score can tell.
  FAIR,
  /// No better than what queries for absent things find.
  WEAK;

  /// Its name in answers, for example `strong`.
  public String code() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }

  /// The stronger of two: evidence that agrees does not add up, weak evidence takes nothing away.
  public MatchStrength or(MatchStrength other) {
    return compareTo(other) <= 0 ? this : other;
  }
}
