package dev.anmok.app.threshold;

import dev.anmok.app.json.Tree;
import dev.anmok.app.threshold.ThresholdVersion.Basis;
import dev.anmok.app.threshold.ThresholdVersion.Saved;
import dev.anmok.app.workspace.Session;
import dev.anmok.app.workspace.Thresholds;
import dev.anmok.app.workspace.TuneJob;
import dev.anmok.core.evaluate.StratifiedLabels;
import dev.anmok.core.pipeline.Catalog;
import dev.anmok.core.score.ContrastScorer;
import dev.anmok.core.score.Threshold;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/// Where a threshold of a server's workspace is chosen: draws samples, says what each threshold
/// does by the labels, saves. Thread-safe.
public final class ThresholdBench {
  /// The most points of a curve that are told.
  private static final int MAX_POINTS = 150;

  private final Session session;
  private final ContrastScorer scorer;
  private final ThresholdVersions versions;
  private final LabelDesk desk;

  /// The different pictures, and what thresholds leave of them.
  public static final class Counted {
    private final LensPictures pictures;
    private final LensReach reach;

    private Counted(LensPictures pictures, LensReach reach) {
      this.pictures = pictures;
      this.reach = reach;
    }
  }

  /// The bench of an open workspace.
  ///
  /// @param session open for writing
  /// @param scorer the profile's lens, its prompts encoded
  public ThresholdBench(Session session, ContrastScorer scorer) {
    this.session = session;
    this.scorer = scorer;
    this.versions = new ThresholdVersions(session);
    this.desk = new LabelDesk(catalog().reviews(), InstantSource.system());
  }

  public ThresholdVersions versions() {
    return versions;
  }

  public LabelDesk desk() {
    return desk;
  }

  /// What labels, samples and thresholds of the profile's lens belong to.
  public LensMark mark() {
    return versions.mark();
  }

  private Catalog catalog() {
    return session.workspace().catalog();
  }

  /// The present sample, if one was drawn.
  public Optional<LensSample> sample() throws IOException {
    return LensSample.load(catalog(), mark());
  }

  /// Names the present drawing; of no drawing if there is none.
  public String version() throws IOException {
    return Drawing.load(catalog(), mark()).map(Drawing::version).orElse("");
  }

  /// Draws a sample in place of the present one, one at a time. The ranges are narrow around a
  /// given threshold, else around that of the sample before, else around the present one, else
  /// where the two modes part.
  ///
  /// @param counted what there is to draw from
  public synchronized LensSample draw(Counted counted, int size, OptionalDouble around)
      throws IOException {
    var draw = new SampleDraw(catalog(), new SecureRandom(), InstantSource.system());
    double centre = around.isPresent() ? around.getAsDouble() : centre();
    return draw.draw(mark(), counted.pictures, size, centre);
  }

  private double centre() throws IOException {
    var before = Drawing.load(catalog(), mark());
    if (before.isPresent()) {
      return before.get().centre();
    }
    var present = present();
    return present.isPresent()
        ? present.get().value()
        : new TuneJob(catalog(), session.pack().space(), scorer).find().proposal().orElse(0);
  }

  /// The threshold in use, if there is one.
  public Optional<Threshold> present() throws IOException {
    try {
      return Optional.of(
          Thresholds.resolve(catalog(), session.profile(), session.pack(), OptionalDouble.empty()));
    } catch (Thresholds.UnknownThresholdException e) {
      return Optional.empty();
    }
  }

  /// The curve and what is chosen by it, as a tree that becomes JSON.
  ///
  /// @param counted all pictures
  /// @param target smallest precision wanted
  /// @param at a threshold that somebody wants to know about besides
  public Map<String, Object> curve(Counted counted, double target, OptionalDouble at)
      throws IOException {
    var reach = counted.reach;
    var sample = sample();
    var labels = sample.map(LensSample::labels).orElseGet(() -> new StratifiedLabels(List.of()));
    var curve = LensCurve.of(labels, target);
    var json = head(target, reach);
    sample.ifPresent(drawn -> {
      json.put("sample", ThresholdJson.sample(drawn));
      json.put(
          "labels",
          drawn.photos().stream()
              .filter(each -> each.wanted().isPresent())
              .map(each -> Tree.of("delta", each.delta()).and("good", each.wanted().get()).map())
              .toList());
    });
    int every = Math.max(1, (curve.points().size() + MAX_POINTS - 1) / MAX_POINTS);
    json.put(
        "points",
        IntStream.range(0, curve.points().size())
            .filter(i -> i % every == 0 || i == curve.points().size() - 1)
            .mapToObj(i -> ThresholdJson.point(curve.points().get(i), reach))
            .toList());
    curve.chosen().ifPresent(chosen -> json.put("chosen", ThresholdJson.point(chosen, reach)));
    curve.missing().ifPresent(missing -> json.put("missing", missing.code()));
    if (curve.chosen().isEmpty()) {
      curve.nearest().ifPresent(near -> json.put("nearest", ThresholdJson.point(near, reach)));
    }
    if (at.isPresent()) {
      json.put("at", ThresholdJson.point(labels.at(LensCurve.rounded(at.getAsDouble())), reach));
    }
    var present = present();
    if (present.isPresent()) {
      var known = new LinkedHashMap<>(ThresholdJson.point(labels.at(present.get().value()), reach));
      known.put("origin", present.get().origin());
      json.put("present", known);
    }
    return json;
  }

  private Map<String, Object> head(double target, LensReach reach) throws IOException {
    var json = new LinkedHashMap<String, Object>();
    json.put("lens", mark().lens());
    json.put("space", mark().space());
    json.put("target", target);
    json.put("pictures", reach.pictures());
    json.put("items", catalog().counts().items());
    json.put("version", versions.last());
    return json;
  }

  /// Looks at all photos, in two passes; the answer holds until they change.
  public Counted count() throws IOException {
    var pictures = LensPictures.read(session, scorer);
    return new Counted(pictures, LensReach.of(pictures, session, scorer));
  }

  /// Saves a threshold with what the labels say of it now.
  ///
  /// @param target the precision that was wanted; empty if it was chosen by hand
  /// @param seen number of the version that was the latest when somebody chose
  /// @throws ThresholdVersions.ConflictException if there is a later one
  public ThresholdVersion save(double value, OptionalDouble target, Saved saved, int seen)
      throws IOException {
    var wanted = target.isPresent() ? Double.valueOf(target.getAsDouble()) : null;
    var sample = sample().filter(drawn -> drawn.progress().labelled() > 0);
    var basis =
        sample
            .map(drawn ->
                Basis.of(drawn.progress(), drawn.labels().at(LensCurve.rounded(value)), wanted))
            .orElse(Basis.HAND);
    return versions.save(new ThresholdVersions.Saving(value, saved, basis), seen);
  }
}
