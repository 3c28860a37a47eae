package dev.anmok.core.cluster;

import java.util.Locale;

/// How much two photos are the same, the strictest first.
public enum DuplicateLevel {
  /// The same bytes, or the same pixels.
  EXACT(3),
  /// The same picture, resized, recompressed or slightly retouched ([NearRule]).
  NEAR(2),
  /// Pictures that show about the same: their embeddings point the same way.
  SIMILAR(1),
  /// Not the same by themselves, but joined by photos between them; by DBSCAN only.
  CHAINED(0);

  private final int strength;

  DuplicateLevel(int strength) {
    this.strength = strength;
  }

  /// The larger the stricter; 0 for what is not the same.
  public int strength() {
    return strength;
  }

  /// Its name in answers and options.
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
