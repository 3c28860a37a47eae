package dev.anmok.app.threshold;

import dev.anmok.core.evaluate.Interval;
import dev.anmok.core.evaluate.PrecisionThreshold;
import dev.anmok.core.evaluate.Proportion;
import dev.anmok.core.evaluate.StratifiedLabels.Estimate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// A threshold that somebody saved, and the file of the profile that holds it.
///
/// @param number 1 for the first of a profile in a workspace
/// @param file name of the file in the workspace's folder `profiles`
/// @param mark what the threshold belongs to
/// @param value a photo passes if its delta is strictly greater
/// @param saved by whom, when and why
/// @param basis what it was chosen by
public record ThresholdVersion(
    int number, String file, LensMark mark, double value, Saved saved, Basis basis) {
  /// Who saved it.
  ///
  /// @param at when
  /// @param by name of a person or an account
  /// @param note in their words, one line, may be empty
  public record Saved(Instant at, String by, String note) {
    /// The most characters of a name.
    public static final int MAX_NAME = 64;

    /// The most characters of a note.
    public static final int MAX_NOTE = 300;

    public Saved {
      require("reviewer", by, 1, MAX_NAME);
      require("note", note, 0, MAX_NOTE);
    }

    private static void require(String what, String text, int least, int most) {
      if (text.strip().length() < least
          || text.length() > most
          || text.chars().anyMatch(Character::isISOControl)) {
        throw new IllegalArgumentException(
            "%s must be %d to %d characters in one line, was '%s'"
                .formatted(what, least, most, text.replaceAll("\\p{Cntrl}", "?")));
      }
    }
  }

  /// What a threshold was chosen by.
  ///
  /// @param method `sample` for labels of a drawn sample, `labels` for a file of labels, `modes`
  ///   for the photos' deltas alone
  /// @param targetOrNull the precision that was wanted
  /// @param labels labelled photos; 0 if there were none
  /// @param precisionOrNull measured there
  /// @param recallOrNull measured there
  public record Basis(
      String method,
      @Nullable Double targetOrNull,
      int labels,
      @Nullable Interval precisionOrNull,
      @Nullable Interval recallOrNull) {
    /// No labels: chosen by the two modes of the deltas.
    public static final Basis MODES = new Basis("modes", null, 0, null, null);

    /// No labels: chosen by hand.
    public static final Basis HAND = new Basis("hand", null, 0, null, null);

    /// By a drawn sample.
    public static Basis of(
        LensSample.Progress labels, Estimate estimate, @Nullable Double targetOrNull) {
      return new Basis(
          "sample",
          targetOrNull,
          labels.labelled(),
          known(estimate.precision()),
          known(estimate.recall()));
    }

    /// By labels that somebody brought.
    ///
    /// @param labels how many there were
    public static Basis of(PrecisionThreshold found, int labels, double target) {
      return new Basis(
          "labels", target, labels, interval(found.precision()), interval(found.recall()));
    }

    private static Interval interval(Proportion share) {
      return new Interval(share.share(), share.low(), share.high());
    }

    private static @Nullable Interval known(Interval interval) {
      return Double.isNaN(interval.value()) ? null : interval;
    }
  }

  /// What stands at the top of its file.
  List<String> head(String profile) {
    var lines = new ArrayList<String>();
    lines.add(
        "Version %d of the profile %s, saved %s by %s."
            .formatted(number, profile, saved.at(), saved.by()));
    if (!saved.note().isEmpty()) {
      lines.add("Note: " + saved.note());
    }
    lines.add(
        String.format(
            Locale.ROOT,
            "Threshold %+.4f of the lens %s in the space %s (%s, prompts %s).",
            value,
            mark.lens(),
            mark.space(),
            mark.pooling(),
            mark.prompts()));
    lines.add(chosenBy());
    share(lines, "Precision", basis.precisionOrNull());
    share(lines, "Recall", basis.recallOrNull());
    lines.add("");
    return lines;
  }

  private String chosenBy() {
    var how =
        switch (basis.method()) {
          case "sample" -> "By %d labels of a drawn sample".formatted(basis.labels());
          case "labels" -> "By a file of %d labels".formatted(basis.labels());
          case "modes" -> "By the two modes of the photos' deltas, without labels";
          default -> "By hand, without labels";
        };
    return basis.targetOrNull() == null
        ? how + "."
        : String.format(Locale.ROOT, "%s; target precision %.3f.", how, basis.targetOrNull());
  }

  private static void share(List<String> lines, String what, @Nullable Interval share) {
    if (share != null) {
      lines.add(
          String.format(
              Locale.ROOT,
              "%s %.3f (95 %% interval %.3f to %.3f).",
              what,
              share.value(),
              share.low(),
              share.high()));
    }
  }
}
