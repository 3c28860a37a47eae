package dev.anmok.app.album;

import dev.anmok.core.cluster.DuplicateLevel;
import dev.anmok.core.cluster.DuplicateMethod;
import dev.anmok.core.cluster.DuplicateRule;
import org.jspecify.annotations.Nullable;

/// How duplicates are found where not as the profile says; null for what the profile says.
///
/// @param methodOrNull how groups are made
/// @param levelOrNull how much the same the members of a group are at least
/// @param thresholdOrNull smallest cosine similarity of similar photos, -1..1
/// @param epsOrNull largest cosine distance of neighbours, for DBSCAN
/// @param minSamplesOrNull photos that make a core, for DBSCAN
public record DuplicatesOptions(
    @Nullable DuplicateMethod methodOrNull,
    @Nullable DuplicateLevel levelOrNull,
    @Nullable Double thresholdOrNull,
    @Nullable Double epsOrNull,
    @Nullable Integer minSamplesOrNull) {
  /// As the profile says.
  public static final DuplicatesOptions DEFAULT =
      new DuplicatesOptions(null, null, null, null, null);

  /// Reads `method`, `level`, `threshold`, `eps` and `min-samples`.
  ///
  /// @throws IllegalArgumentException if a setting is out of range
  public static DuplicatesOptions read(Parameters from) {
    return new DuplicatesOptions(
        from.find("method").map(DuplicatesOptions::method).orElse(null),
        from.find("level").map(DuplicatesOptions::level).orElse(null),
        from.find("threshold").isPresent() ? from.number("threshold", 0, -1, 1) : null,
        from.find("eps").isPresent() ? from.number("eps", 0, Double.MIN_VALUE, 2) : null,
        from.find("min-samples").isPresent()
            ? from.integer("min-samples", 0, 1, Integer.MAX_VALUE)
            : null);
  }

  private static DuplicateMethod method(String name) {
    return switch (name) {
      case "default" -> DuplicateMethod.DEFAULT;
      case "dbscan" -> DuplicateMethod.DBSCAN;
      default ->
          throw new IllegalArgumentException("method must be default or dbscan, was " + name);
    };
  }

  private static DuplicateLevel level(String name) {
    return switch (name) {
      case "exact" -> DuplicateLevel.EXACT;
      case "near" -> DuplicateLevel.NEAR;
      case "similar" -> DuplicateLevel.SIMILAR;
      default ->
          throw new IllegalArgumentException("level must be exact, near or similar, was " + name);
    };
  }

  /// The rule with these settings in place of its own.
  ///
  /// @throws IllegalArgumentException if a setting is not for the method
  public DuplicateRule applyTo(DuplicateRule rule) {
    var method = methodOrNull == null ? rule.method() : methodOrNull;
    boolean dbscan = method == DuplicateMethod.DBSCAN;
    if (!dbscan && (epsOrNull != null || minSamplesOrNull != null)) {
      throw new IllegalArgumentException(
          "eps and min-samples are for the method dbscan; the default method takes threshold");
    }
    if (dbscan && levelOrNull != null) {
      throw new IllegalArgumentException(
          "level is for the default method; dbscan takes eps and min-samples");
    }
    return new DuplicateRule(
        method,
        levelOrNull == null ? rule.level() : levelOrNull,
        rule.near(),
        thresholdOrNull == null ? rule.similarOrNull() : thresholdOrNull,
        epsOrNull == null ? rule.eps() : epsOrNull,
        minSamplesOrNull == null ? rule.minSamples() : minSamplesOrNull);
  }

  /// Where the threshold for similar photos came from, in plain words.
  ///
  /// @param similar the one that holds where these settings have none
  public String origin(SimilarThreshold similar) {
    return thresholdOrNull == null ? similar.origin() : "given by hand";
  }
}
