package dev.anmok.app.review;

import dev.anmok.core.pipeline.Review;
import dev.anmok.core.quality.BlurKind;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What people can be asked about a photo.
public enum Subject {
  /// Whether it is blurred: `sharp` or `blurry`, of a [BlurKind] if they say so.
  BLUR;

  /// The subject of a code.
  ///
  /// @throws IllegalArgumentException if there is none
  public static Subject parse(String code) {
    return Stream.of(values())
        .filter(subject -> subject.code().equals(code))
        .findAny()
        .orElseThrow(() ->
            new IllegalArgumentException("subject must be " + codes() + ", was '" + code + "'"));
  }

  private static String codes() {
    return Stream.of(values()).map(Subject::code).collect(Collectors.joining(" or "));
  }

  /// The stable lower-case name.
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// What may be said.
  public List<String> verdicts() {
    return switch (this) {
      case BLUR -> List.of("sharp", "blurry", Review.SKIP);
    };
  }

  /// What may be said more closely.
  public List<String> kinds() {
    return switch (this) {
      case BLUR -> Stream.of(BlurKind.values()).map(BlurKind::code).toList();
    };
  }

  /// The verdict that has kinds.
  private String closer() {
    return switch (this) {
      case BLUR -> "blurry";
    };
  }

  /// Checks what somebody said.
  ///
  /// @param kind may be empty
  /// @throws IllegalArgumentException if the verdict or the kind is not known
  void check(String verdict, String kind) {
    if (!verdicts().contains(verdict)) {
      throw new IllegalArgumentException(
          "verdict must be one of " + String.join(", ", verdicts()) + ", was '" + verdict + "'");
    }
    if (!kind.isEmpty() && !verdict.equals(closer())) {
      throw new IllegalArgumentException("kind needs the verdict " + closer() + ", not " + verdict);
    }
    if (!kind.isEmpty() && !kinds().contains(kind)) {
      throw new IllegalArgumentException(
          "kind must be one of " + String.join(", ", kinds()) + ", was '" + kind + "'");
    }
  }
}
