package dev.anmok.core.pipeline;

import dev.anmok.core.embed.VectorSpace;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;

/// What earlier runs finished. Thread-safe.
public interface Ledger {
  /// What is known of a URI.
  Optional<Seen> seen(String uri) throws IOException;

  /// Whether these stages of a photo are finished: the embedding in this space, measures and
  /// details under their present definitions, what a network says among those details.
  boolean complete(String sha256, VectorSpace space, Set<Stage> stages) throws IOException;

  /// The ledger of a run that has nothing before it.
  static Ledger empty() {
    return new Ledger() {
      @Override
      public Optional<Seen> seen(String uri) {
        return Optional.empty();
      }

      @Override
      public boolean complete(String sha256, VectorSpace space, Set<Stage> stages) {
        return false;
      }
    };
  }
}
