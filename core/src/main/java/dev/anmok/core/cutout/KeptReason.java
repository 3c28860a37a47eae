package dev.anmok.core.cutout;

import java.util.Locale;

/// Why a photo is used as it is and not cut out.
public enum KeptReason {
  NEARLY_EMPTY("nearly nothing of the photo stands out as its subject"),
  NEARLY_FULL("nearly all of the photo would be its subject"),
  CUT_AT_BORDER("the subject is cut by the photo's border"),
  UNDECIDED("the mask does not say clearly what is subject and what is not"),
  SWITCHED_OFF("cutting out is switched off for photos like this one");

  private final String words;

  KeptReason(String words) {
    this.words = words;
  }

  /// The stable lower-case name, for example `nearly-empty`.
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /// One plain phrase for people.
  public String words() {
    return words;
  }
}
