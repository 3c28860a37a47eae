package dev.anmok.app.album;

import dev.anmok.app.workspace.Calibrations;
import dev.anmok.core.curate.CategoryRule;
import dev.anmok.core.score.CategoryMethod;
import dev.anmok.core.score.CategorySet;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;

/// The numbers that categories are decided by, and where they came from. Limits belong to the
/// prompts, the pooling and the space; the floor of groups belongs to the space alone.
///
/// @param rule limits of rejection
/// @param origin of the limits, in plain words
/// @param calibrated whether labelled photos gave the limits
/// @param groupFloor smallest cosine similarity of a group's photos to its medoid
public record CategoryNumbers(
    CategoryRule rule, String origin, boolean calibrated, double groupFloor) {
  private static final String LENS = "categories";
  private static final String NEUTRAL_MARGIN = "neutral-margin";
  private static final String GAP = "gap";
  private static final Calibrations.Key GROUPS =
      new Calibrations.Key("category-groups", "mutual-neighbours", "none");

  /// Where a space has no floor of its own: so high that few photos are judged together.
  private static final double CAUTIOUS_FLOOR = 0.95;

  /// The numbers for some categories.
  ///
  /// @param logitScale of the encoder, for limits where none were calibrated
  public static CategoryNumbers find(
      CategorySet categories, double logitScale, Calibrations calibrations) throws IOException {
    double floor =
        calibrations.find(GROUPS).map(found -> found.values().get("floor")).orElse(CAUTIOUS_FLOOR);
    if (categories.method() == CategoryMethod.ARGMAX) {
      return new CategoryNumbers(CategoryRule.ARGMAX, "as published: no rejection", false, floor);
    }
    var found = calibrations.find(key(categories));
    if (found.isPresent()) {
      return new CategoryNumbers(rule(found.get().values()), found.get().origin(), true, floor);
    }
    return new CategoryNumbers(
        CategoryRule.twiceAsProbable(logitScale),
        "not calibrated for these prompts: the best must be twice as probable as the second and as"
            + " the neutral prompts",
        false,
        floor);
  }

  /// Stores limits for some categories in the workspace.
  public static void save(CategorySet categories, CategoryRule rule, Calibrations calibrations)
      throws IOException {
    calibrations.save(
        key(categories), Map.of(NEUTRAL_MARGIN, rule.neutralMargin(), GAP, rule.gap()));
  }

  /// The same with another floor of groups.
  CategoryNumbers withGroupFloor(double floor) {
    return new CategoryNumbers(rule, origin, calibrated, floor);
  }

  /// Something that people should know before they trust the answer.
  public Optional<String> note() {
    return calibrated || rule.equals(CategoryRule.ARGMAX)
        ? Optional.empty()
        : Optional.of(
            "no labelled photos gave limits for these category prompts; label some and run"
                + " 'anmok tune categories --labels FILE --save'");
  }

  /// What limits belong to.
  public static Calibrations.Key key(CategorySet categories) {
    return new Calibrations.Key(LENS, categories.pooling().code(), categories.digest());
  }

  private static CategoryRule rule(Map<String, Double> values) throws IOException {
    var margin = values.get(NEUTRAL_MARGIN);
    var gap = values.get(GAP);
    if (margin == null || gap == null) {
      throw new IOException(
          "the calibration of " + LENS + " needs the values " + NEUTRAL_MARGIN + " and " + GAP);
    }
    return new CategoryRule(margin, gap);
  }
}
