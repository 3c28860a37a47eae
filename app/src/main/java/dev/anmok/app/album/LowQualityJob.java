package dev.anmok.app.album;

import dev.anmok.core.curate.Criterion;
import dev.anmok.core.curate.FaultRule;
import dev.anmok.core.curate.LowQualityJudge;
import dev.anmok.core.curate.LowQualityVerdict;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// Finds photos with technical faults. Thread-safe. An answer holds for each photo that its
/// detailed form lists the URI and eight bytes a criterion, of any other nothing.
public final class LowQualityJob {
  private final List<LowQualityJudge.Gauge> gauges;
  private final FaultRule rule;
  private final LowQualityNotes notes;

  private LowQualityJob(List<LowQualityJudge.Gauge> gauges, FaultRule rule, LowQualityNotes notes) {
    this.gauges = gauges;
    this.rule = rule;
    this.notes = notes;
  }

  /// Prepares the question: encodes prompts, finds thresholds.
  public static LowQualityJob bind(AlbumContext context) throws IOException {
    var rule = context.album().lowQuality();
    return new LowQualityJob(
        LowQualityCriteria.bind(context), rule.faults(), LowQualityNotes.of(rule));
  }

  /// What photos are judged by.
  public List<Criterion> criteria() {
    return gauges.stream().map(LowQualityJudge.Gauge::criterion).toList();
  }

  /// Answers it for some photos; none give an empty answer.
  ///
  /// @throws IllegalArgumentException if the options name a criterion that is not there, or want
  ///   more faults than there are criteria
  public LowQualityAnswer answer(AlbumPhotos photos, LowQualityOptions options) throws IOException {
    var judge = judge(options);
    var listed = new ArrayList<LowQualityVerdict>();
    var tally = new LowQualityTally();
    try (var all = photos.stream()) {
      all.forEach(photo -> {
        var verdict = judge.judge(photo);
        tally.add(photo, verdict);
        if (options.all() || verdict.low()) {
          listed.add(verdict);
        }
      });
    }
    return new LowQualityAnswer(judge, listed, tally, notes.of(judge, tally, options));
  }

  /// The judge that the options ask for.
  public LowQualityJudge judge(LowQualityOptions options) {
    if (gauges.isEmpty()) {
      throw new IllegalArgumentException(
          "the profile's section low-quality has neither prompts nor pixels to judge by");
    }
    return LowQualityJudge.of(gauges, new FaultRule.AtLeast(1))
        .only(options.criteria(), options.ruleOrNull() == null ? rule : options.ruleOrNull());
  }
}
