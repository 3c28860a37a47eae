package dev.anmok.core.curate;

import java.util.Locale;

/// Why an item is kept or dropped.
public enum ItemReason {
  /// It has its representatives.
  KEPT,
  /// Fewer photos came with it than it must show.
  TOO_FEW_IMAGES,
  /// None of its photos gave a picture.
  ALL_UNREADABLE,
  /// Too few of its photos pass.
  TOO_FEW_ABOVE_THRESHOLD;

  /// The stable lower-case name.
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
