package dev.anmok.app.blur;

import dev.anmok.core.embed.TextDigest;
import dev.anmok.core.evaluate.Confusion;
import dev.anmok.core.evaluate.LabelledScore;
import dev.anmok.core.evaluate.PrecisionRecallCurve;
import dev.anmok.core.evaluate.Proportion;
import dev.anmok.core.evaluate.RankedPairs;
import dev.anmok.core.evaluate.RocCurve;
import dev.anmok.core.quality.BlurBand;
import dev.anmok.core.quality.BlurMeasure;
import dev.anmok.core.quality.BlurModel;
import dev.anmok.core.quality.BlurTraining;
import dev.anmok.core.quality.LearnedBlur;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Fits a model to examples and says how it does on source photos that it has not seen.
///
/// A quarter of the groups is held out, by the SHA-256 of their names with `/held out` after them:
/// a labels file may have split groups by the SHA-256 of the bare name already. On the rest the
/// penalty with the largest area under the ROC curve is chosen in five folds over groups; the
/// figures are those of a model fitted to the rest with that penalty. The stored model is fitted to
/// all examples. Where there are both, the photos of one kind that people labelled weigh together
/// as much as all copies of that kind, but each at most as [#HAND] copies: a few blurry ones must
/// not decide alone.
///
/// The band is chosen on the folds' predictions: over its upper end lies no more than a share of
/// [#ALARMS] of the clear examples, up to its lower end no more than [#MISSES] of the blurry ones.
/// Copies are blurred as often as not and real photos seldom, so the share of clear ones, which
/// does not depend on that, is what is held; `tune blur` holds a precision.
///
/// @param examples all of them
public record BlurTrainer(List<BlurExample> examples) {
  /// Largest share of the clear examples over the band.
  public static final double ALARMS = 0.005;

  /// Largest share of the blurry examples up to the band.
  public static final double MISSES = 0.05;

  /// Largest weight of a photo that a person labelled, in copies.
  public static final double HAND = 10;

  private static final double[] PENALTIES = {1e-4, 3e-4, 1e-3, 1e-2, 1e-1};
  private static final int FOLDS = 5;
  private static final int QUARTER = 64;

  public BlurTrainer {
    examples = List.copyOf(examples);
  }

  /// What came of it.
  ///
  /// @param model fitted to all examples
  /// @param penalty the one chosen
  /// @param trainedOn number of examples that the held-out figures' model saw
  /// @param heldOut figures on unseen groups
  /// @param overBand share of each kind of held-out examples over the band: of blurry ones found,
  ///   of clear ones false alarms
  public record Trained(
      StoredBlur model,
      double penalty,
      int trainedOn,
      HeldOut heldOut,
      Map<String, Proportion> overBand) {}

  /// Figures on unseen groups.
  ///
  /// @param at what the band's upper end makes of them
  public record HeldOut(Confusion at, RocCurve roc, PrecisionRecallCurve curve) {}

  /// Fits the model.
  ///
  /// @param name of the model
  /// @param from where the examples came from, for people
  /// @throws IOException if one side of the split lacks blurry or clear examples
  public Trained train(String name, String from) throws IOException {
    var rest = new ArrayList<BlurExample>();
    var held = new ArrayList<BlurExample>();
    for (var each : examples) {
      (hash(each.group() + "/held out") < QUARTER ? held : rest).add(each);
    }
    requireBoth(rest, "to train on");
    requireBoth(held, "held out");
    var inputs = inputs();
    var chosen = choose(rest, inputs);
    double penalty = chosen.penalty();
    var trial = fit(rest, inputs, penalty);
    var seen = band(chosen.scores()); // of what the held-out ones had no part in
    var scores = scores(trial, held);
    var heldOut =
        new HeldOut(
            Confusion.at(seen.blurryOver(), scores),
            RocCurve.of(scores),
            PrecisionRecallCurve.of(scores));
    var band = band(folded(examples, inputs, penalty));
    var model = new LearnedBlur(fit(examples, inputs, penalty), band);
    var how =
        String.format(
            Locale.ROOT,
            "logistic regression on %d examples (%s), penalty %.0e by %d folds over groups",
            examples.size(),
            from,
            penalty,
            FOLDS);
    var stored = StoredBlur.of(name, model, how, figures(heldOut));
    return new Trained(stored, penalty, rest.size(), heldOut, overBand(trial, held, seen));
  }

  private static void requireBoth(List<BlurExample> some, String what) throws IOException {
    long blurry = some.stream().filter(each -> each.example().blurry()).count();
    if (blurry == 0 || blurry == some.size()) {
      throw new IOException(
          blurry
              + " blurry of "
              + some.size()
              + " examples are "
              + what
              + ": both kinds are needed there; give more source photos or labels, of more groups");
    }
  }

  /// Every measure that all examples have.
  private List<BlurMeasure> inputs() {
    return Arrays.stream(BlurMeasure.values())
        .filter(measure -> examples.stream().allMatch(e -> e.example().measures().has(measure)))
        .toList();
  }

  /// A penalty with the folds' scores under it.
  private record Chosen(double penalty, double area, List<LabelledScore> scores) {}

  private static Chosen choose(List<BlurExample> rest, List<BlurMeasure> inputs)
      throws IOException {
    var trials = new ArrayList<Chosen>();
    for (double penalty : PENALTIES) {
      var scores = folded(rest, inputs, penalty);
      trials.add(new Chosen(penalty, area(scores), scores));
    }
    return Collections.max(trials, Comparator.comparingDouble(Chosen::area)); // the first of equals
  }

  private static double area(List<LabelledScore> scores) {
    return RankedPairs.share(of(scores, true), of(scores, false));
  }

  private static double[] of(List<LabelledScore> scores, boolean blurry) {
    return scores.stream()
        .filter(score -> score.wanted() == blurry)
        .mapToDouble(LabelledScore::score)
        .sorted()
        .toArray();
  }

  /// Each example's score by a model fitted without its fold.
  ///
  /// @throws IOException if no fold leaves both kinds to fit to and one of each to score
  private static List<LabelledScore> folded(
      List<BlurExample> all, List<BlurMeasure> inputs, double penalty) throws IOException {
    var scores = new ArrayList<LabelledScore>();
    for (int fold = 0; fold < FOLDS; fold++) {
      var in = new ArrayList<BlurExample>();
      var out = new ArrayList<BlurExample>();
      for (var each : all) {
        (hash(each.group() + "/fold") % FOLDS == fold ? out : in).add(each);
      }
      long blurry = in.stream().filter(each -> each.example().blurry()).count();
      if (!out.isEmpty() && blurry > 0 && blurry < in.size()) {
        scores.addAll(scores(fit(in, inputs, penalty), out));
      }
    }
    if (scores.stream().allMatch(LabelledScore::wanted)
        || scores.stream().noneMatch(LabelledScore::wanted)) {
      throw new IOException(
          "its photos of one kind are of too few groups to choose by folds over groups: label or"
              + " give photos of more scenes");
    }
    return scores;
  }

  private static BlurModel fit(List<BlurExample> some, List<BlurMeasure> inputs, double penalty) {
    double blurry = weight(some, true);
    double clear = weight(some, false);
    var weighed =
        some.stream().map(each -> weighed(each, each.example().blurry() ? blurry : clear)).toList();
    return BlurTraining.train(weighed, inputs, penalty);
  }

  private static BlurTraining.Example weighed(BlurExample each, double hand) {
    var example = each.example();
    return each.kind().equals(BlurExample.HAND)
        ? new BlurTraining.Example(example.measures(), example.blurry(), hand)
        : example;
  }

  /// Of a photo that a person labelled.
  private static double weight(List<BlurExample> among, boolean blurry) {
    long hand = count(among, true, blurry);
    long made = count(among, false, blurry);
    return made == 0 || hand == 0 ? 1 : Math.clamp((double) made / hand, 1, HAND);
  }

  private static long count(List<BlurExample> among, boolean hand, boolean blurry) {
    return among.stream()
        .filter(each -> each.kind().equals(BlurExample.HAND) == hand)
        .filter(each -> each.example().blurry() == blurry)
        .count();
  }

  private static List<LabelledScore> scores(BlurModel model, List<BlurExample> some) {
    return some.stream()
        .map(each ->
            new LabelledScore(model.logOdds(each.example().measures()), each.example().blurry()))
        .toList();
  }

  static BlurBand band(List<LabelledScore> scores) {
    var clear = of(scores, false);
    var blurry = of(scores, true);
    int over = (int) Math.floor(ALARMS * clear.length);
    double upper = clear[clear.length - 1 - over];
    int upTo = (int) Math.floor(MISSES * blurry.length);
    double lower = Math.nextDown(blurry[upTo]);
    return new BlurBand(Math.min(lower, upper), upper);
  }

  private static Map<String, Proportion> overBand(
      BlurModel trial, List<BlurExample> held, BlurBand band) {
    var over = new TreeMap<String, long[]>();
    for (var each : held) {
      var name = each.kind() + (each.example().blurry() ? " (blurry)" : " (clear)");
      var counts = over.computeIfAbsent(name, _ -> new long[2]);
      counts[0] += trial.logOdds(each.example().measures()) > band.blurryOver() ? 1 : 0;
      counts[1]++;
    }
    var shares = new LinkedHashMap<String, Proportion>();
    over.forEach((kind, counts) -> shares.put(kind, new Proportion(counts[0], counts[1])));
    return shares;
  }

  private static Map<String, Double> figures(HeldOut heldOut) {
    var area = heldOut.roc().area();
    var figures = new LinkedHashMap<String, Double>();
    figures.put("area", area.value());
    figures.put("area_low", area.low());
    figures.put("area_high", area.high());
    put(figures, "recall_at_precision_0.9", heldOut.curve().recallAt(0.9));
    put(figures, "recall_at_precision_0.97", heldOut.curve().recallAt(0.97));
    return figures;
  }

  private static void put(
      Map<String, Double> figures, String name, Optional<PrecisionRecallCurve.Point> point) {
    point.ifPresent(found -> figures.put(name, found.recall().share()));
  }

  /// The first byte of the SHA-256, 0..255.
  private static int hash(String text) {
    return Integer.parseInt(TextDigest.sha256(text).substring(0, 2), 16);
  }
}
