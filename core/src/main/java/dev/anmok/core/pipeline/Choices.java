package dev.anmok.core.pipeline;

import dev.anmok.core.curate.HandChoice;
import java.io.IOException;
import java.util.Optional;

/// What people chose for a catalog's items by hand. Thread-safe, for writing too: a write waits for
/// the transaction under way. Choices are kept by every curation, and no index follows them: it
/// follows the decisions that they lead to.
public interface Choices {
  /// The choice that stands for an item, an empty one included; nothing if nobody ever chose.
  Optional<HandChoice> of(String item) throws IOException;

  /// Stores a choice in place of the version before it.
  ///
  /// @return whether it was stored; `false` if the version before it does not stand, because
  ///   somebody else changed it
  /// @throws IllegalArgumentException if there is no such item
  boolean store(HandChoice choice) throws IOException;
}
