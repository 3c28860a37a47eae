package dev.anmok.core.pipeline;

import dev.anmok.core.curate.HandChoice;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/// Choices in memory, for tests.
final class MemoryChoices implements Choices {
  private final Predicate<String> known;
  private final Map<String, HandChoice> standing = new HashMap<>();

  /// @param known whether there is an item of an id
  MemoryChoices(Predicate<String> known) {
    this.known = known;
  }

  @Override
  public synchronized Optional<HandChoice> of(String item) {
    return Optional.ofNullable(standing.get(item));
  }

  @Override
  public synchronized boolean store(HandChoice choice) {
    if (!known.test(choice.item())) {
      throw new IllegalArgumentException("no item " + choice.item());
    }
    if (of(choice.item()).map(HandChoice::version).orElse(0L) != choice.version() - 1) {
      return false;
    }
    standing.put(choice.item(), choice);
    return true;
  }
}
