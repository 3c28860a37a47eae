package dev.anmok.app.album;

import dev.anmok.app.json.EvidenceJson;
import dev.anmok.app.json.Tree;
import dev.anmok.core.quality.BlurJudge;
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
    var band = judge.method().band();
    return Tree.empty()
        .andFinite("sharp_up_to", band.sharpUpTo())
        .andFinite("blurry_over", band.blurryOver())
        .map();
  }

  private static Map<String, Object> json(JudgedPhoto photo) {
    var json = Tree.of("image", photo.uri()).and("verdict", photo.verdict());
    photo.kind().ifPresent(kind -> json.and("kind", kind));
    json.andFinite("score", photo.score()).and("why", photo.why());
    photo
        .review()
        .ifPresent(review ->
            json.and("reviewer", review.reviewer()).and("machine", photo.machine().code()));
    return json.and("evidence", EvidenceJson.of(photo.machine())).map();
  }
}
