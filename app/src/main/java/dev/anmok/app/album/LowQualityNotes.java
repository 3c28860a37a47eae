package dev.anmok.app.album;

import dev.anmok.core.curate.Criterion;
import dev.anmok.core.curate.LowQualityJudge;
import dev.anmok.core.curate.LowQualityRule;
import dev.anmok.core.score.PairsLens;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// What somebody should know before trusting an answer.
///
/// @param rawDifference whether the prompts are compared by the raw difference of cosines, as
///   published
record LowQualityNotes(boolean rawDifference) {
  static LowQualityNotes of(LowQualityRule rule) {
    return new LowQualityNotes(
        rule.lens().filter(lens -> lens.form() == PairsLens.Form.DIFFERENCE).isPresent());
  }

  List<String> of(LowQualityJudge judge, LowQualityTally tally, LowQualityOptions options) {
    var notes = new ArrayList<String>();
    var share = tally.share();
    if (rawDifference && share.photos() > 0) {
      notes.add(published(judge, tally));
    }
    if (tally.unmeasured() > 0) {
      notes.add(
          String.format(
              "%d of %d photos were not measured at native resolution, so %s did not judge them:"
                  + " ingest them again with a profile that has 'measure: native', such as album",
              tally.unmeasured(), share.photos(), String.join(", ", tally.unmeasuredCriteria())));
    }
    var open =
        judge.criteria().stream()
            .filter(criterion -> criterion.threshold().isEmpty())
            .map(Criterion::name)
            .filter(options.criteria()::contains)
            .collect(Collectors.joining(", "));
    if (!open.isEmpty()) {
      notes.add(
          open
              + ": no threshold is known for this model, so nothing is judged by it; run 'anmok"
              + " tune low-quality --labels FILE --save' or set one under 'thresholds' in the"
              + " profile");
    }
    return List.copyOf(notes);
  }

  private static String published(LowQualityJudge judge, LowQualityTally tally) {
    var share = tally.share();
    var thresholds =
        judge.criteria().stream()
            .flatMap(criterion -> criterion.threshold().stream().boxed())
            .distinct()
            .map(String::valueOf)
            .collect(Collectors.joining(", "));
    return String.format(
        "a threshold of %s on raw differences of cosines flags %d of %d photos: how much a photo's"
            + " similarities to two prompts differ depends on the model and the wording (with CLIP"
            + " a few hundredths) more than on quality, and one pair below is enough; the profile"
            + " album compares them by softmax and measures pixels",
        thresholds, share.low(), share.photos());
  }

  /// The warning about a rule that rejects too much; empty if it does not.
  static String warning(LowQualityTally tally) {
    var share = tally.share();
    return share.suspicious()
        ? String.format(
            "%d of %d photos, more than half, are called low quality: the rule or its thresholds"
                + " do not fit these photos; look at --details, and tune them with 'anmok tune"
                + " low-quality'",
            share.low(), share.photos())
        : "";
  }
}
