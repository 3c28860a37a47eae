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
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Replays what happened to answers to see what tastes would have made of them: each answer of
/// which something was clicked or liked is ranked again, by the scores that were logged and by the
/// taste that its owner had shown strictly before it; never by what came of the answer itself.
///
/// Only what was shown can be ranked again, and what stands high is clicked because it stands high.
/// Both favour the order that was shown: a gain found here is rather too small than too large.
///
/// Of one owner all rows are held at a time, beside two numbers for every owner.
///
/// @param rule how tastes come from reactions
/// @param spreads what the cosines of tastes are compared with
/// @param looks tells what photos and items look like
public record FeedbackReplay(TasteRule rule, Spread.Of spreads, Looks looks) {
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

  /// The figures of a log.
  ///
  /// @param byOwner as [dev.anmok.core.pipeline.FeedbackLog#byOwner] has them
  public ReplayFigures run(Iterator<Feedback> byOwner) throws IOException {
    var tally = new Tally();
    var rows = new ArrayList<Feedback>();
    while (byOwner.hasNext()) {
      var next = byOwner.next();
      if (!rows.isEmpty() && !owner(rows.getFirst()).equals(owner(next))) {
        owner(rows, tally);
        rows.clear();
      }
      rows.add(next);
    }
    owner(rows, tally);
    return tally.figures();
  }

  private static List<String> owner(Feedback row) {
    return row.person().isEmpty() ? List.of("shop", row.shop()) : List.of("person", row.person());
  }

  private static final class Tally {
    private final List<double[]> ranks = new ArrayList<>(); // by owner: answers, before, after
    private final List<double[]> gains = new ArrayList<>();
    private long answers;
    private long withoutScores;
    private long reordered;

    ReplayFigures figures() {
      long compared = (long) ranks.stream().mapToDouble(owner -> owner[0]).sum();
      return new ReplayFigures(
          answers, withoutScores, reordered, compared, ranks.size(), change(ranks), change(gains));
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
    var byAnswer = new LinkedHashMap<String, List<Feedback>>();
    var telling = new ArrayList<Feedback>();
    for (var row : rows) {
      if (!row.answer().isEmpty()) {
        byAnswer.computeIfAbsent(row.answer(), _ -> new ArrayList<>()).add(row);
      }
      if (row.kind().worth() != 0) {
        telling.add(row);
      }
    }
    var ranks = new double[3];
    var gains = new double[3];
    for (var answer : byAnswer.values()) {
      compare(answer, telling, tally, ranks, gains);
    }
    if (ranks[0] > 0) {
      tally.ranks.add(ranks);
      tally.gains.add(gains);
    }
  }

  private void compare(
      List<Feedback> answer, List<Feedback> telling, Tally tally, double[] ranks, double[] gains)
      throws IOException {
    var shown =
        answer.stream()
            .filter(row -> row.kind() == FeedbackKind.SHOWN)
            .sorted(Comparator.comparingInt(Feedback::position))
            .toList();
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
      add(ranks, gains, graded(shown, grades), graded(again(shown, tastes), grades));
    }
  }

  private static void add(double[] ranks, double[] gains, RankedAnswer was, RankedAnswer is) {
    ranks[0]++;
    ranks[1] += was.reciprocalRank();
    ranks[2] += is.reciprocalRank();
    int all = was.hits().size();
    gains[0]++;
    gains[1] += was.discountedGain(all);
    gains[2] += is.discountedGain(all);
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
  private List<Reaction> before(List<Feedback> telling, Instant time, String answer)
      throws IOException {
    var known = new ArrayList<Feedback>();
    for (int i = telling.size() - 1; i >= 0 && known.size() < rule.most(); i--) {
      var row = telling.get(i);
      if (row.at().isBefore(time) && !row.answer().equals(answer)) {
        known.add(row);
      }
    }
    return looks.reactions(Feedback.tellingTaste(known));
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
