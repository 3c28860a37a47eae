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
  /// Its Laplacian is weaker than the profile allows.
  BLURRED,
  /// Its mean luma is lower than the profile allows.
  TOO_DARK,
  /// Its delta does not exceed the threshold.
  BELOW_THRESHOLD,
  /// It passed, but others were chosen before it.
  NOT_SELECTED,
  /// It passed, but its item was dropped.
  ITEM_DROPPED;

  /// The stable lower-case name.
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
