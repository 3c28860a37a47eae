package dev.anmok.core.search;

import dev.anmok.core.embed.Embedding;
import java.time.Instant;

/// How somebody took something that they saw.
///
/// @param looks its vector
/// @param worth above 0 if they wanted it, below 0 if not, -1..1, not 0
/// @param at when
public record Reaction(Embedding looks, double worth, Instant at) {
  public Reaction {
    if (worth == 0 || !(Math.abs(worth) <= 1)) {
      throw new IllegalArgumentException("worth must be -1..1 and not 0, was " + worth);
    }
  }
}
