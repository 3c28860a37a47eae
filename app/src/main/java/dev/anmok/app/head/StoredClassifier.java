package dev.anmok.app.head;

import dev.anmok.core.classify.LinearClassifier;
import java.util.Map;

/// A learned classifier with what is known of its making.
///
/// @param classifier the classifier itself
/// @param trained how it was made, for people
/// @param heldOut figures on photos that it was not fitted on, by name; empty if none are known
public record StoredClassifier(
    LinearClassifier classifier, String trained, Map<String, Double> heldOut) {
  public StoredClassifier {
    heldOut = Map.copyOf(heldOut);
  }
}
