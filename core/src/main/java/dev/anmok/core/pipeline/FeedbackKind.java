package dev.anmok.core.pipeline;

import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What happened to a hit.
public enum FeedbackKind {
  /// It stood in an answer.
  SHOWN(0),
  /// Somebody opened it.
  CLICKED(0.4),
  /// Somebody said that it is what they want.
  LIKED(1),
  /// Somebody said that it is not.
  DISLIKED(-1),
  /// Somebody said that its category is another one.
  WRONG_CATEGORY(0);

  private final double worth;

  FeedbackKind(double worth) {
    this.worth = worth;
  }

  /// What it says about somebody's taste, -1..1; 0 if nothing.
  public double worth() {
    return worth;
  }

  /// Whether it is said by a person who looked: such an opinion stands until they say the contrary.
  public boolean opinion() {
    return this == LIKED || this == DISLIKED;
  }

  /// The stable lower-case name.
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /// The kind of a code.
  ///
  /// @throws IllegalArgumentException if there is none
  public static FeedbackKind parse(String code) {
    return Stream.of(values())
        .filter(kind -> kind.code().equals(code))
        .findAny()
        .orElseThrow(() ->
            new IllegalArgumentException(
                "kind must be one of "
                    + Stream.of(values()).map(FeedbackKind::code).collect(Collectors.joining(", "))
                    + ", was '"
                    + shortened(code)
                    + "'"));
  }

  private static String shortened(String code) {
    return (code.length() > 40 ? code.substring(0, 40) + "…" : code).replaceAll("\\p{Cntrl}", "?");
  }
}
