package dev.anmok.core.evaluate;

import dev.anmok.core.pipeline.Feedback;
import dev.anmok.core.pipeline.FeedbackKind;
import dev.anmok.core.search.MatchStrength;
import dev.anmok.core.search.Reaction;
import dev.anmok.core.search.Spread;
import dev.anmok.core.search.SubQuery;
import dev.anmok.core.search.TasteRule;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// Replays what happened to answers to see what tastes would have made of them: each answer of
/// which something was clicked or liked is ranked again, by the scores that were logged and by the
/// taste that its owner had shown strictly before it; never by what came of the answer itself. A
/// search ranks somebody without a taste by that of the shop; that is not replayed.
///
/// Only what was shown can be ranked again. What stands high is clicked both because it fits and
/// because it is seen, and a log alone cannot tell these apart; so two bounds are measured. Taken
/// at their face value, clicks favour the order that was shown: any other order seems to lose.
/// Weighed by one over the click rate of their places, as if all places were equally good and only
/// seen less, they favour no order: what the order by score was worth does not count. The truth
/// lies between. Source of the weights: inverse propensities, Joachims, Swaminathan and Schnabel,
/// WSDM 2017, cut at [#MOST_WEIGHT] as Strehl and others, NIPS 2010, do.
///
/// Of one owner all rows are held at a time, beside two numbers for every owner.
///
/// @param rule how tastes come from reactions
/// @param spreads what the cosines of tastes are compared with
/// @param looks tells what photos and items look like
public record FeedbackReplay(TasteRule rule, Spread.Of spreads, Looks looks) {
  /// Weight of a click where nobody clicks, beside one at the place where most do.
  static final double MOST_WEIGHT = 20;

  /// Scores that differ by less are the same.
  private static final double SAME = 1e-9;

  /// What things look like.
  public interface Looks {
    /// Reactions to what some feedback is about, in its order; what is no longer there is left out.
    List<Reaction> reactions(List<Feedback> telling) throws IOException;

    /// Cosines of a taste with the hits of an answer, in their order; NaN for what is no longer
    /// there.
    double[] cosines(SubQuery.Taste taste, List<Feedback> shown) throws IOException;
  }

  /// Opens a log, as [dev.anmok.core.pipeline.FeedbackLog#byOwner] does.
  public interface Log {
    Stream<Feedback> byOwner() throws IOException;
  }

  /// The figures of a log, which is read twice.
  public ReplayFigures run(Log log) throws IOException {
    var places = new Places();
    try (var rows = log.byOwner()) {
      eachOwner(rows.iterator(), each -> answers(each).values().forEach(places::count));
    }
    var tally = new Tally(places.weights());
    try (var rows = log.byOwner()) {
      eachOwner(rows.iterator(), each -> owner(each, tally));
    }
    return tally.figures();
  }

  private interface Work {
    void of(List<Feedback> rows) throws IOException;
  }

  private static void eachOwner(Iterator<Feedback> byOwner, Work work) throws IOException {
    var rows = new ArrayList<Feedback>();
    while (byOwner.hasNext()) {
      var next = byOwner.next();
      if (!rows.isEmpty() && !owner(rows.getFirst()).equals(owner(next))) {
        work.of(rows);
        rows.clear();
      }
      rows.add(next);
    }
    work.of(rows);
  }

  private static Map<String, List<Feedback>> answers(List<Feedback> rows) {
    var byAnswer = new LinkedHashMap<String, List<Feedback>>();
    for (var row : rows) {
      if (!row.answer().isEmpty()) {
        byAnswer.computeIfAbsent(row.answer(), _ -> new ArrayList<>()).add(row);
      }
    }
    return byAnswer;
  }

  private static List<Feedback> shown(List<Feedback> answer) {
    return answer.stream()
        .filter(row -> row.kind() == FeedbackKind.SHOWN)
        .sorted(Comparator.comparingInt(Feedback::position))
        .toList();
  }

  /// How often hits were shown and clicked or liked, by their place.
  private static final class Places {
    private final Map<Integer, long[]> counts = new HashMap<>();

    void count(List<Feedback> answer) {
      var shown = shown(answer);
      var grades = grades(shown, answer);
      for (var hit : shown) {
        var count = counts.computeIfAbsent(hit.position(), _ -> new long[2]);
        count[0]++;
        count[1] += grades.containsKey(hit.subject()) ? 1 : 0;
      }
    }

    private double rate(int position) {
      var count = counts.getOrDefault(position, new long[2]);
      return (count[1] + 0.5) / (count[0] + 1);
    }

    /// The weight of each place where something was shown.
    Map<Integer, Double> weights() {
      double most = counts.keySet().stream().mapToDouble(this::rate).max().orElse(1);
      var weights = new HashMap<Integer, Double>();
      counts.keySet().forEach(at -> weights.put(at, Math.min(MOST_WEIGHT, most / rate(at))));
      return weights;
    }
  }

  private static List<String> owner(Feedback row) {
    return row.person().isEmpty() ? List.of("shop", row.shop()) : List.of("person", row.person());
  }

  private static final class Tally {
    private final List<double[]> ranks = new ArrayList<>(); // by owner: answers, before, after
    private final List<double[]> gains = new ArrayList<>();
    private final List<double[]> weighed = new ArrayList<>(); // by owner: weights, before, after
    private final Map<Integer, Double> weights; // by place
    private long answers;
    private long withoutScores;
    private long reordered;

    Tally(Map<Integer, Double> weights) {
      this.weights = weights;
    }

    ReplayFigures figures() {
      long compared = (long) ranks.stream().mapToDouble(owner -> owner[0]).sum();
      return new ReplayFigures(
          answers,
          withoutScores,
          reordered,
          compared,
          ranks.size(),
          change(ranks),
          change(gains),
          change(weighed));
    }

    private static ReplayFigures.Change change(List<double[]> owners) {
      double n = owners.stream().mapToDouble(owner -> owner[0]).sum();
      var differences = owners.stream().mapToDouble(owner -> owner[2] - owner[1]).toArray();
      var answers = owners.stream().mapToDouble(owner -> owner[0]).toArray();
      return new ReplayFigures.Change(
          owners.stream().mapToDouble(owner -> owner[1]).sum() / n,
          owners.stream().mapToDouble(owner -> owner[2]).sum() / n,
          Bootstrap.ratio(differences, answers));
    }
  }

  /// @param rows of one owner, in order of time
  private void owner(List<Feedback> rows, Tally tally) throws IOException {
    var telling = rows.stream().filter(row -> row.kind().worth() != 0).toList();
    var sums = new Sums(new double[3], new double[3], new double[3]);
    for (var answer : answers(rows).values()) {
      compare(answer, telling, tally, sums);
    }
    if (sums.ranks[0] > 0) {
      tally.ranks.add(sums.ranks);
      tally.gains.add(sums.gains);
      tally.weighed.add(sums.weighed);
    }
  }

  /// Of one owner's answers: how much they count, and the sums before and after.
  @SuppressWarnings("ArrayRecordComponent") // they are added to
  private record Sums(double[] ranks, double[] gains, double[] weighed) {}

  private void compare(List<Feedback> answer, List<Feedback> telling, Tally tally, Sums sums)
      throws IOException {
    var shown = shown(answer);
    var grades = grades(shown, answer);
    if (grades.isEmpty()) {
      return;
    }
    tally.answers++;
    if (shown.stream().anyMatch(hit -> Double.isNaN(hit.score()))) {
      tally.withoutScores++;
      return;
    }
    if (!sorted(shown)) {
      tally.reordered++;
      return;
    }
    var first = shown.getFirst();
    var tastes = rule.tastes(before(telling, first.at(), first.answer()), 1);
    if (!tastes.isEmpty()) {
      var again = again(shown, tastes);
      add(sums, graded(shown, grades), graded(again, grades));
      weigh(sums.weighed, shown, again, grades, tally.weights);
    }
  }

  private static void add(Sums sums, RankedAnswer was, RankedAnswer is) {
    sums.ranks[0]++;
    sums.ranks[1] += was.reciprocalRank();
    sums.ranks[2] += is.reciprocalRank();
    int all = was.hits().size();
    sums.gains[0]++;
    sums.gains[1] += was.discountedGain(all);
    sums.gains[2] += is.discountedGain(all);
  }

  /// Adds one over the rank of each hit that was clicked or liked, by its worth and place.
  private static void weigh(
      double[] sums,
      List<Feedback> shown,
      List<Feedback> again,
      Map<String, Double> grades,
      Map<Integer, Double> weights) {
    for (int i = 0; i < shown.size(); i++) {
      var grade = grades.get(shown.get(i).subject());
      if (grade != null) {
        double weight = grade * weights.getOrDefault(shown.get(i).position(), 1.0);
        sums[0] += weight;
        sums[1] += weight / (i + 1);
        sums[2] += weight / (again.indexOf(shown.get(i)) + 1);
      }
    }
  }

  private static boolean sorted(List<Feedback> shown) {
    for (int i = 1; i < shown.size(); i++) {
      if (shown.get(i).score() > shown.get(i - 1).score() + SAME) {
        return false;
      }
    }
    return true;
  }

  /// What was clicked or liked of what was shown, with its worth.
  private static Map<String, Double> grades(List<Feedback> shown, List<Feedback> answer) {
    var grades = new LinkedHashMap<String, Double>();
    for (var hit : shown) {
      for (var row : answer) {
        if (row.kind().worth() > 0 && row.isAbout(hit)) {
          grades.merge(hit.subject(), row.kind().worth(), Math::max);
        }
      }
    }
    return grades;
  }

  private static RankedAnswer graded(List<Feedback> hits, Map<String, Double> grades) {
    return RankedAnswer.of(
        "",
        hits.stream().map(Feedback::subject).toList(),
        hits.stream().map(_ -> MatchStrength.FAIR).toList(),
        grades);
  }

  /// The reactions of which a search at a time would have known.
  ///
  /// @param telling in order of time
  private List<Reaction> before(List<Feedback> telling, Instant time, String answer)
      throws IOException {
    var known = new ArrayList<Feedback>();
    for (int i = earlier(telling, time) - 1; i >= 0 && known.size() < rule.most(); i--) {
      var row = telling.get(i);
      if (!row.answer().equals(answer)) {
        known.add(row);
      }
    }
    return looks.reactions(Feedback.tellingTaste(known));
  }

  /// How many of some rows in order of time were before a time.
  private static int earlier(List<Feedback> telling, Instant time) {
    int low = 0;
    int high = telling.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (telling.get(middle).at().isBefore(time)) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private List<Feedback> again(List<Feedback> shown, List<SubQuery.Taste> tastes)
      throws IOException {
    var scores = shown.stream().mapToDouble(Feedback::score).toArray();
    for (var taste : tastes) {
      var spread = spreads.of(taste.vector());
      var cosines = looks.cosines(taste, shown);
      for (int i = 0; i < scores.length; i++) {
        scores[i] += Double.isNaN(cosines[i]) ? 0 : taste.adds(spread.calibrated(cosines[i]));
      }
    }
    var places = new ArrayList<Integer>();
    for (int i = 0; i < scores.length; i++) {
      places.add(i);
    }
    places.sort(Comparator.comparingDouble((Integer i) -> -scores[i])); // stable
    return places.stream().map(shown::get).toList();
  }
}
