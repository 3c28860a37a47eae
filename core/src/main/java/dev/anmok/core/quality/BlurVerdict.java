package dev.anmok.core.quality;

import java.util.List;

/// What is said of a photo's sharpness, with what decided it.
public sealed interface BlurVerdict {
  /// What decided it, the most telling first.
  List<Evidence> evidence();

  /// Clear enough.
  record Sharp(List<Evidence> evidence) implements BlurVerdict {}

  /// Too blurred to use.
  record Blurry(BlurKind kind, List<Evidence> evidence) implements BlurVerdict {}

  /// Shows nothing that could be sharp, so nothing is held against it.
  record FlatScene(List<Evidence> evidence) implements BlurVerdict {}

  /// Too dark to show anything.
  record TooDark(List<Evidence> evidence) implements BlurVerdict {}

  /// Burnt out.
  record TooBright(List<Evidence> evidence) implements BlurVerdict {}

  /// For a person to see.
  record Uncertain(List<Evidence> evidence) implements BlurVerdict {}

  /// A value that was held against a limit.
  ///
  /// @param what name of the measure or score
  /// @param value what it was; NaN if it was not measured, which leaves the photo uncertain
  /// @param limit what it was compared with; NaN if the value is
  record Evidence(String what, double value, double limit) {}

  /// The stable lower-case name: `sharp`, `blurry`, `flat_scene`, `too_dark`, `too_bright`,
  /// `uncertain`.
  default String code() {
    return switch (this) {
      case Sharp _ -> "sharp";
      case Blurry _ -> "blurry";
      case FlatScene _ -> "flat_scene";
      case TooDark _ -> "too_dark";
      case TooBright _ -> "too_bright";
      case Uncertain _ -> "uncertain";
    };
  }
}
