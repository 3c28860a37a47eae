package dev.anmok.core.curate;

import java.util.Locale;

/// Why a photo represents its item or does not.
public enum PhotoReason {
  /// It is one of the chosen.
  REPRESENTATIVE,
  /// It gave no picture; the detail says why.
  UNREADABLE,
  /// Its bytes are those of the photo in the detail.
  EXACT_DUPLICATE_OF,
  /// It shows nearly the same as the better photo in the detail.
  NEAR_DUPLICATE_OF,
  /// Less sharp than the profile allows.
  BLURRED,
  /// Darker than the profile allows.
  TOO_DARK,
  /// Burnt out.
  TOO_BRIGHT,
  /// Smaller than the profile allows.
  TOO_SMALL,
  /// It shows something else than it should, such as a receipt or a screenshot.
  OFF_TOPIC,
  /// It was not measured at native resolution, so nothing can be said of its sharpness.
  NOT_MEASURED,
  /// Its delta does not exceed the threshold.
  BELOW_THRESHOLD,
  /// It passed, but others were chosen before it.
  NOT_SELECTED,
  /// It passed, but its item was dropped.
  ITEM_DROPPED,
  /// People chose it; the detail says who.
  PINNED_BY_HAND,
  /// People do not want it; the detail says who.
  BANNED_BY_HAND;

  /// The stable lower-case name.
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
