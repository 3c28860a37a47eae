package dev.anmok.app.blur;

import dev.anmok.core.evaluate.Confusion;
import dev.anmok.core.evaluate.Interval;
import dev.anmok.core.evaluate.LabelledScore;
import dev.anmok.core.evaluate.PrecisionRecallCurve;
import dev.anmok.core.evaluate.RocCurve;
import dev.anmok.core.quality.BlurBand;
import dev.anmok.core.quality.BlurMethod;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/// How right a method is about labelled photos. Blurry is what is sought; sharp and flat are the
/// others.
///
/// @param name the method's
/// @param origin where its band came from
/// @param band where its verdicts change
/// @param at what its upper end makes of the photos
/// @param forPeople photos between the ends, which a person would see
/// @param roc recall against the share of clear photos called blurry; its area is the chance that a
///   blurry photo scores above a clear one, with DeLong's interval
/// @param curve precision against recall
/// @param within the area for all blurry photos against the clear ones of one tag only, for each
///   tag that clear photos have
/// @param unscored photos that the method has no score for, because a measure was not taken; they
///   are in no other figure
/// @param falseAlarms clear photos with the highest scores over the band, the highest first
/// @param misses blurry photos with the lowest scores not over the band, the lowest first
public record MethodFigures(
    String name,
    String origin,
    BlurBand band,
    Confusion at,
    int forPeople,
    RocCurve roc,
    PrecisionRecallCurve curve,
    Map<String, Interval> within,
    int unscored,
    List<Scored> falseAlarms,
    List<Scored> misses) {
  private static final int MOST_SHOWN = 20;

  /// A photo and its score.
  public record Scored(BlurPhoto photo, double score) {}

  /// Takes the figures of a method.
  ///
  /// @throws IllegalArgumentException if those that it has a score for are all of one kind
  public static MethodFigures of(BlurMethods.Found found, List<BlurPhoto> photos) {
    var method = found.method();
    var scored = scored(method, photos);
    var labelled = scored.stream().map(MethodFigures::labelled).toList();
    double limit = method.band().blurryOver();
    int between =
        (int)
            scored.stream()
                .filter(each -> method.band().side(each.score()) == BlurBand.Side.BETWEEN)
                .count();
    var order = Comparator.comparingDouble(Scored::score);
    return new MethodFigures(
        method.code(),
        found.origin(),
        method.band(),
        Confusion.at(limit, labelled),
        between,
        RocCurve.of(labelled),
        PrecisionRecallCurve.of(labelled),
        within(scored),
        photos.size() - scored.size(),
        scored.stream()
            .filter(each -> !each.photo().blurry() && each.score() > limit)
            .sorted(order.reversed())
            .limit(MOST_SHOWN)
            .toList(),
        scored.stream()
            .filter(each -> each.photo().blurry() && !(each.score() > limit))
            .sorted(order)
            .limit(MOST_SHOWN)
            .toList());
  }

  /// Whether the method has a score for any of the photos, of both kinds.
  public static boolean possible(BlurMethod method, List<BlurPhoto> photos) {
    return scored(method, photos).stream().map(each -> each.photo().blurry()).distinct().count()
        == 2;
  }

  private static List<Scored> scored(BlurMethod method, List<BlurPhoto> photos) {
    return photos.stream()
        .map(photo -> new Scored(photo, method.score(photo.measures())))
        .filter(each -> Double.isFinite(each.score()))
        .toList();
  }

  private static LabelledScore labelled(Scored each) {
    return new LabelledScore(each.score(), each.photo().blurry());
  }

  private static Map<String, Interval> within(List<Scored> scored) {
    var tags = new TreeSet<String>();
    scored.stream()
        .filter(each -> !each.photo().blurry())
        .forEach(each -> tags.addAll(each.photo().label().tags()));
    var within = new LinkedHashMap<String, Interval>();
    for (var tag : tags) {
      var part = new ArrayList<LabelledScore>();
      for (var each : scored) {
        if (each.photo().blurry() || each.photo().label().tags().contains(tag)) {
          part.add(labelled(each));
        }
      }
      within.put(tag, RocCurve.of(part).area());
    }
    return within;
  }
}
