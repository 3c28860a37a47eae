package dev.anmok.app.album;

import dev.anmok.core.curate.Criterion;
import dev.anmok.core.curate.FaultRule;
import dev.anmok.core.curate.LowQualityJudge;
import dev.anmok.core.curate.LowQualityShare;
import dev.anmok.core.curate.LowQualityVerdict;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Which photos are of low quality and why, in the order of the photos.
public final class LowQualityAnswer implements Answer {
  private final LowQualityJudge judge;
  private final List<LowQualityVerdict> listed;
  private final LowQualityTally tally;
  private final List<String> notes;

  LowQualityAnswer(
      LowQualityJudge judge,
      List<LowQualityVerdict> listed,
      LowQualityTally tally,
      List<String> notes) {
    this.judge = judge;
    this.listed = List.copyOf(listed);
    this.tally = tally;
    this.notes = notes;
  }

  @Override
  public List<String> plain() {
    return listed.stream().filter(LowQualityVerdict::low).map(LowQualityVerdict::uri).toList();
  }

  /// What was judged by.
  public List<Criterion> criteria() {
    return judge.criteria();
  }

  /// What was found of each photo that is listed.
  public List<LowQualityVerdict> verdicts() {
    return listed;
  }

  /// How many photos were judged and how many of them are of low quality.
  public LowQualityShare share() {
    return tally.share();
  }

  /// Why the configuration should not be trusted, if it rejects more than half of a sample.
  public Optional<String> warning() {
    return Optional.of(LowQualityNotes.warning(tally)).filter(text -> !text.isEmpty());
  }

  /// What else one should know.
  public List<String> notes() {
    return notes;
  }

  @Override
  public Map<String, Object> details() {
    var json = new LinkedHashMap<String, Object>();
    json.put("photos", share().photos());
    json.put("low_quality", share().low());
    json.put("rule", judge.rule().code());
    if (judge.rule() instanceof FaultRule.Weighted(double limit)) {
      json.put("limit", limit);
    }
    warning().ifPresent(text -> json.put("warning", text));
    json.put("notes", notes);
    json.put("criteria", judge.criteria().stream().map(LowQualityAnswer::json).toList());
    json.put("images", new Rows<>(listed, LowQualityAnswer::json));
    return json;
  }

  private static Map<String, Object> json(Criterion criterion) {
    var json = new LinkedHashMap<String, Object>();
    json.put("name", criterion.name());
    json.put("fault", criterion.fault());
    criterion.threshold().ifPresent(threshold -> json.put(criterion.bound().code(), threshold));
    json.put("threshold_origin", criterion.origin());
    json.put("weight", criterion.weight());
    return json;
  }

  private static Map<String, Object> json(LowQualityVerdict verdict) {
    var json = new LinkedHashMap<String, Object>();
    json.put("image", verdict.uri());
    json.put("low_quality", verdict.low());
    json.put("reasons", reasons(verdict));
    var criteria = new ArrayList<Map<String, Object>>();
    verdict.findings().forEach(finding -> criteria.add(json(finding)));
    json.put("criteria", criteria);
    return json;
  }

  private static Map<String, Object> json(LowQualityVerdict.Finding finding) {
    var json = new LinkedHashMap<String, Object>();
    json.put("name", finding.criterion().name());
    if (!Double.isNaN(finding.value())) {
      json.put("value", finding.value());
    }
    finding.criterion().threshold().ifPresent(threshold -> json.put("threshold", threshold));
    switch (finding.state()) {
      case PASSES -> json.put("passes", true);
      case FAILS -> json.put("passes", false);
      case NOT_MEASURED, NO_THRESHOLD -> json.put("state", finding.state().code());
    }
    return json;
  }

  /// Each failed criterion in plain words, for example `blurred: sharpness is 3.1, at least 8 is
  /// wanted`.
  public static List<String> reasons(LowQualityVerdict verdict) {
    return verdict.findings(Criterion.State.FAILS).stream()
        .map(finding ->
            String.format(
                java.util.Locale.ROOT,
                "%s: %s is %.4g, wanted is %s %.4g",
                finding.criterion().fault(),
                finding.criterion().name(),
                finding.value(),
                finding.criterion().bound(),
                finding.criterion().threshold().orElseThrow()))
        .toList();
  }
}
