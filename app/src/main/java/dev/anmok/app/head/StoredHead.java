package dev.anmok.app.head;

import dev.anmok.core.score.LinearHead;
import java.util.Map;

/// A head with what is known of its making.
///
/// @param name how users call it
/// @param head the head itself
/// @param trained how it was made, for people
/// @param heldOut figures on photos that it was not fitted on, by name; empty if none are known
public record StoredHead(
    String name, LinearHead head, String trained, Map<String, Double> heldOut) {
  public StoredHead {
    heldOut = Map.copyOf(heldOut);
  }
}
