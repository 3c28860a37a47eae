package dev.anmok.app.album;

import dev.anmok.core.curate.FaultRule;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// How low quality is judged, where it differs from the profile.
///
/// @param ruleOrNull when failed criteria make a photo one of low quality; null for the profile's
/// @param criteria names of those that are looked at; none means all that the profile has
/// @param all whether the detailed form lists every photo, or only those of low quality
public record LowQualityOptions(@Nullable FaultRule ruleOrNull, Set<String> criteria, boolean all) {
  public static final LowQualityOptions DEFAULT = new LowQualityOptions(null, Set.of(), true);

  public LowQualityOptions {
    criteria = Set.copyOf(criteria);
  }

  /// Reads them: `rule` (`any`, `k-of-n`, `2-of-n`, …, `weighted`), `faults` (k; alone it means
  /// `k-of-n`), `limit` (of `weighted`; alone it means that), `criteria` (names between commas) and
  /// `all`.
  ///
  /// @throws IllegalArgumentException if a setting is not known or out of range
  public static LowQualityOptions read(Parameters from) {
    var criteria =
        from.find("criteria").stream()
            .flatMap(names -> Stream.of(names.split(",")))
            .map(String::strip)
            .filter(name -> !name.isEmpty())
            .collect(Collectors.toCollection(TreeSet::new));
    return new LowQualityOptions(rule(from), criteria, from.flag("all", DEFAULT.all()));
  }

  private static @Nullable FaultRule rule(Parameters from) {
    var faults = from.find("faults");
    var limit = from.find("limit");
    var name = from.find("rule").or(() -> implied(faults, limit));
    if (name.isEmpty()) {
      return null;
    }
    var rule =
        FaultRule.parse(
            name.get(), from.integer("faults", 1, 1, 100), from.number("limit", 1, 0, 1e6));
    if (limit.isPresent() && !name.get().equals("weighted")) {
      throw new IllegalArgumentException("limit needs the rule weighted, was " + name.get());
    }
    if (faults.isPresent() && !name.get().equals("k-of-n")) {
      throw new IllegalArgumentException("faults needs the rule k-of-n, was " + name.get());
    }
    return rule;
  }

  private static Optional<String> implied(Optional<String> faults, Optional<String> limit) {
    return faults.map(_ -> "k-of-n").or(() -> limit.map(_ -> "weighted"));
  }
}
