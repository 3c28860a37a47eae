package dev.anmok.app.album;

import dev.anmok.core.quality.BlurJudge;
import dev.anmok.core.quality.BlurVerdict;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Which photos are blurred and why, in the order of the photos.
public final class BlurAnswer implements Answer {
  private final BlurJudge judge;
  private final List<JudgedPhoto> listed;
  private final BlurTally tally;

  BlurAnswer(BlurJudge judge, List<JudgedPhoto> listed, BlurTally tally) {
    this.judge = judge;
    this.listed = List.copyOf(listed);
    this.tally = tally;
  }

  @Override
  public List<String> plain() {
    return listed.stream().filter(JudgedPhoto::blurry).map(JudgedPhoto::uri).toList();
  }

  /// What was found of each photo that is listed.
  public List<JudgedPhoto> photos() {
    return listed;
  }

  /// Photos by verdict, all verdicts in a fixed order.
  public Map<String, Long> counts() {
    return tally.counts();
  }

  /// How many photos were asked about, judged or not.
  public long asked() {
    return tally.photos();
  }

  /// What one should know, such as photos that could not be judged.
  public List<String> notes() {
    return tally.notes(judge.method());
  }

  @Override
  public Map<String, Object> details() {
    var json = new LinkedHashMap<String, Object>();
    json.put("photos", tally.photos());
    json.put("not_judged", tally.notJudged());
    json.put("method", judge.method().code());
    json.put("band", band());
    json.put("counts", tally.counts());
    json.put("notes", notes());
    json.put("images", new Rows<>(listed, BlurAnswer::json));
    return json;
  }

  /// An end that is not finite is left out: nothing lies beyond it.
  private Map<String, Object> band() {
    var json = new LinkedHashMap<String, Object>();
    put(json, "sharp_up_to", judge.method().band().sharpUpTo());
    put(json, "blurry_over", judge.method().band().blurryOver());
    return json;
  }

  private static Map<String, Object> json(JudgedPhoto photo) {
    var json = new LinkedHashMap<String, Object>();
    json.put("image", photo.uri());
    json.put("verdict", photo.verdict());
    photo.kind().ifPresent(kind -> json.put("kind", kind));
    put(json, "score", photo.score());
    json.put("why", photo.why());
    photo
        .review()
        .ifPresent(review -> {
          json.put("reviewer", review.reviewer());
          json.put("machine", photo.machine().code());
        });
    json.put("evidence", photo.machine().evidence().stream().map(BlurAnswer::json).toList());
    return json;
  }

  private static Map<String, Object> json(BlurVerdict.Evidence evidence) {
    var json = new LinkedHashMap<String, Object>();
    json.put("measure", evidence.what());
    put(json, "value", evidence.value());
    put(json, "limit", evidence.limit());
    return json;
  }

  /// JSON has neither infinity nor NaN.
  private static void put(Map<String, Object> json, String name, double value) {
    if (Double.isFinite(value)) {
      json.put(name, value);
    }
  }
}
