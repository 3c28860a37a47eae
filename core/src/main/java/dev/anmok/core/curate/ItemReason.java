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
  TOO_FEW_ABOVE_THRESHOLD,
  /// The machine would drop it, but people pinned photos of it; the detail says who.
  KEPT_BY_HAND,
  /// It would be kept, but people banned every photo that could stand for it.
  ALL_BANNED_BY_HAND;

  /// Why an item is kept or dropped of which so many photos pass and differ.
  static ItemReason of(ItemCandidates item, int different, int require) {
    if (item.total() > 0 && item.photos().isEmpty()) {
      return ALL_UNREADABLE;
    }
    if (item.total() < require) {
      return TOO_FEW_IMAGES;
    }
    return different == 0 || different < require ? TOO_FEW_ABOVE_THRESHOLD : KEPT;
  }

  /// Whether an item of this reason is kept.
  public boolean kept() {
    return this == KEPT || this == KEPT_BY_HAND;
  }

  /// The stable lower-case name.
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
