package dev.anmok.app.album;

import dev.anmok.core.quality.BlurKind;
import dev.anmok.core.quality.BlurVerdict;
import java.util.List;
import java.util.Locale;

/// Says in plain words why a photo was judged as it was.
final class BlurWords {
  private BlurWords() {}

  /// One line, such as `out of focus: learned 2.31 is over 1.80`.
  static String why(BlurVerdict verdict) {
    var words = evidence(verdict.evidence().getFirst());
    return switch (verdict) {
      case BlurVerdict.Sharp _ -> "clear: " + words;
      case BlurVerdict.Blurry(var kind, _) -> kind(kind) + ": " + words;
      case BlurVerdict.FlatScene _ -> "nothing in it could be sharp: " + words;
      case BlurVerdict.TooDark _ -> "too dark to tell: " + words;
      case BlurVerdict.TooBright _ -> "burnt out: " + words;
      case BlurVerdict.Uncertain(var evidence) -> "a person should look: " + between(evidence);
    };
  }

  /// The score between the band's two ends, or what was not measured.
  private static String between(List<BlurVerdict.Evidence> evidence) {
    var first = evidence.getFirst();
    return evidence.size() == 2 && Double.isFinite(first.value())
        ? String.format(
            Locale.ROOT,
            "%s %.3g lies between %.3g (sharp) and %.3g (blurry)",
            first.what(),
            first.value(),
            first.limit(),
            evidence.getLast().limit())
        : evidence(first);
  }

  private static String kind(BlurKind kind) {
    return switch (kind) {
      case DEFOCUS -> "out of focus";
      case MOTION -> "hand or subject moved";
      case LOW_RESOLUTION -> "a small picture enlarged";
      case NOISE_SMEARED -> "detail wiped away with the noise";
    };
  }

  private static String evidence(BlurVerdict.Evidence evidence) {
    if (Double.isNaN(evidence.value())) {
      return evidence.what() + " was not measured";
    }
    return switch (evidence.what()) {
      case "dark_share" -> share(evidence, "of it is nearly black");
      case "bright_share" -> share(evidence, "of it is burnt out");
      case "tiles_flat" -> share(evidence, "of its tiles are flat");
      default ->
          String.format(
              Locale.ROOT,
              "%s %.3g is %s %.3g",
              evidence.what(),
              evidence.value(),
              evidence.value() > evidence.limit() ? "over" : "not over",
              evidence.limit());
    };
  }

  private static String share(BlurVerdict.Evidence evidence, String what) {
    return String.format(
        Locale.ROOT,
        "%.0f %% %s, over %.0f %%",
        100 * evidence.value(),
        what,
        100 * evidence.limit());
  }
}
