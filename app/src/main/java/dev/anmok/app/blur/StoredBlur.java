package dev.anmok.app.blur;

import dev.anmok.core.quality.LearnedBlur;
import java.util.Map;

/// A trained model with what is known of its making.
///
/// @param name how users call it
/// @param method the model with the band that was found when it was trained
/// @param trained how it was made, for people
/// @param heldOut figures on photos that it was not fitted on, by name
/// @param sha256 digest of the model's numbers
public record StoredBlur(
    String name, LearnedBlur method, String trained, Map<String, Double> heldOut, String sha256) {
  public StoredBlur {
    heldOut = Map.copyOf(heldOut);
  }

  /// A model whose digest is yet to be taken.
  public static StoredBlur of(
      String name, LearnedBlur method, String trained, Map<String, Double> heldOut) {
    return new StoredBlur(name, method, trained, heldOut, BlurModelFile.digest(method.model()));
  }
}
