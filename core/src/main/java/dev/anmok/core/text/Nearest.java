package dev.anmok.core.text;

import static java.util.Comparator.comparingInt;
import static java.util.Comparator.naturalOrder;

import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Guesses which known name somebody meant, for messages such as "did you mean …?".
public final class Nearest {
  private Nearest() {}

  /// The known name with the fewest slips from what was typed, in whatever case, if at most a third
  /// of the longer of the two is wrong (one slip is always forgiven in names of two characters);
  /// the alphabet decides between equals.
  public static Optional<String> of(String typed, Collection<String> known) {
    var plain = typed.toLowerCase(Locale.ROOT);
    return known.stream()
        .map(name -> Map.entry(name, EditDistance.between(plain, name.toLowerCase(Locale.ROOT))))
        .filter(e -> e.getValue() <= allowed(plain, e.getKey()))
        .min(
            comparingInt(Map.Entry<String, Integer>::getValue)
                .thenComparing(Map.Entry::getKey, naturalOrder()))
        .map(Map.Entry::getKey);
  }

  private static int allowed(String typed, String name) {
    int longer = Math.max(typed.length(), name.length());
    return longer == 2 ? 1 : longer / 3;
  }
}
