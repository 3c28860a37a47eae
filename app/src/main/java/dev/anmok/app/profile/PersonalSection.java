package dev.anmok.app.profile;

import dev.anmok.core.search.TasteRule;
import java.io.IOException;
import java.time.Duration;

/// Reads a profile's section `personal`: `rank` and `log` (on or off), `weight` (in full matches by
/// looks), `half-life` (days), `most` and `least` (reactions). What is not said is off or as
/// [TasteRule#DEFAULT] has it.
final class PersonalSection {
  /// Longer half-lives are no decay at all.
  private static final double MOST_DAYS = 36_500;

  private enum Switch {
    ON,
    OFF
  }

  private PersonalSection() {}

  static Personal read(YamlMap root) throws IOException {
    if (root.find("personal").isEmpty()) {
      return Personal.OFF;
    }
    var map = root.map("personal");
    boolean rank = map.choice("rank", Switch.values(), Switch.OFF) == Switch.ON;
    boolean log = map.choice("log", Switch.values(), Switch.OFF) == Switch.ON;
    var otherwise = TasteRule.DEFAULT;
    double weight = map.number("weight", otherwise.weight());
    double days = map.number("half-life", (double) otherwise.halfLife().toDays());
    int most = map.integer("most", otherwise.most());
    int least = map.integer("least", otherwise.least());
    map.finish();
    if (!(days > 0 && days <= MOST_DAYS)) {
      throw map.problem(
          map.require("half-life"), "'half-life' must be above 0 and at most 36500 days");
    }
    try {
      return new Personal(rank, log, new TasteRule(weight, days(days), most, least));
    } catch (IllegalArgumentException e) {
      throw map.problem(String.valueOf(e.getMessage()));
    }
  }

  private static Duration days(double days) {
    return Duration.ofMillis(Math.round(days * Duration.ofDays(1).toMillis()));
  }
}
