package dev.anmok.core.evaluate;

import dev.anmok.core.pipeline.Feedback;
import dev.anmok.core.pipeline.FeedbackKind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// What people made of what they were shown.
///
/// @param counts how often each kind happened, all kinds
/// @param answers answers that were shown and logged
/// @param positions by place in the answer, from 1, at most [#POSITIONS]: hits that were shown
///   there, and how many of these were clicked and liked
/// @param satisfaction likes among likes and dislikes
/// @param disliked the items and photos disliked most, at most [#MOST], most first
/// @param wrong the right categories of what was in a wrong one, most first
public record FeedbackReport(
    Map<FeedbackKind, Long> counts,
    long answers,
    List<Position> positions,
    Proportion satisfaction,
    List<Disliked> disliked,
    List<Wrong> wrong) {
  /// Places that are told apart.
  public static final int POSITIONS = 20;

  /// Items listed.
  public static final int MOST = 20;

  /// One place of answers.
  ///
  /// @param position from 1
  /// @param clicked of the hits shown there
  /// @param liked of the hits shown there
  public record Position(int position, Proportion clicked, Proportion liked) {}

  /// What people disliked.
  ///
  /// @param subject item or photo, as [Feedback#subject] has it
  /// @param opinions dislikes among likes and dislikes
  public record Disliked(String subject, Proportion opinions) {}

  /// What people said was in a wrong category.
  ///
  /// @param shown the category that it had
  /// @param right the one that people gave
  /// @param count how often
  public record Wrong(String shown, String right, long count) {}

  /// Tells the category that a piece of feedback was about.
  public interface ShownCategory {
    /// The category of what it is about; empty if it has none.
    String of(Feedback wrong);
  }

  /// Counts a log; one answer is held at a time, beside a number for each item that has an opinion.
  ///
  /// @param byAnswer as [dev.anmok.core.pipeline.FeedbackLog#byAnswer] has them
  public static FeedbackReport of(Iterator<Feedback> byAnswer, ShownCategory shown) {
    var count = new Count(shown);
    var answer = new ArrayList<Feedback>();
    while (byAnswer.hasNext()) {
      var next = byAnswer.next();
      if (!answer.isEmpty() && !answer.getFirst().answer().equals(next.answer())) {
        count.answer(answer);
        answer.clear();
      }
      count.one(next);
      if (!next.answer().isEmpty()) {
        answer.add(next);
      }
    }
    count.answer(answer);
    return count.report();
  }

  private static final class Count {
    private final ShownCategory category;
    private final Map<FeedbackKind, Long> counts = new EnumMap<>(FeedbackKind.class);
    private final Map<Integer, long[]> positions = new TreeMap<>(); // shown, clicked, liked
    private final Map<String, long[]> opinions = new TreeMap<>(); // disliked, all
    private final Map<List<String>, Long> wrong = new HashMap<>();
    private long answers;

    Count(ShownCategory category) {
      this.category = category;
      for (var kind : FeedbackKind.values()) {
        counts.put(kind, 0L);
      }
    }

    void one(Feedback each) {
      counts.merge(each.kind(), 1L, Long::sum);
      if (each.kind().opinion()) {
        var opinion = opinions.computeIfAbsent(each.subject(), _ -> new long[2]);
        opinion[0] += each.kind() == FeedbackKind.DISLIKED ? 1 : 0;
        opinion[1]++;
      }
      if (each.kind() == FeedbackKind.WRONG_CATEGORY) {
        wrong.merge(List.of(category.of(each), each.category()), 1L, Long::sum);
      }
    }

    /// A hit counts at most once however many people clicked it.
    void answer(List<Feedback> rows) {
      var shown = rows.stream().filter(row -> row.kind() == FeedbackKind.SHOWN).toList();
      answers += shown.isEmpty() ? 0 : 1;
      for (var hit : shown) {
        if (hit.position() >= 1 && hit.position() <= POSITIONS) {
          var place = positions.computeIfAbsent(hit.position(), _ -> new long[3]);
          place[0]++;
          place[1] += happened(rows, FeedbackKind.CLICKED, hit) ? 1 : 0;
          place[2] += happened(rows, FeedbackKind.LIKED, hit) ? 1 : 0;
        }
      }
    }

    private static boolean happened(List<Feedback> rows, FeedbackKind kind, Feedback hit) {
      return rows.stream().anyMatch(row -> row.kind() == kind && row.isAbout(hit));
    }

    FeedbackReport report() {
      var places = new ArrayList<Position>();
      positions.forEach((position, n) ->
          places.add(
              new Position(position, new Proportion(n[1], n[0]), new Proportion(n[2], n[0]))));
      long liked = counts.getOrDefault(FeedbackKind.LIKED, 0L);
      long disliked = counts.getOrDefault(FeedbackKind.DISLIKED, 0L);
      return new FeedbackReport(
          counts,
          answers,
          places,
          new Proportion(liked, liked + disliked),
          mostDisliked(),
          mostWrong());
    }

    private List<Disliked> mostDisliked() {
      return opinions.entrySet().stream()
          .filter(each -> each.getValue()[0] > 0)
          .map(each ->
              new Disliked(each.getKey(), new Proportion(each.getValue()[0], each.getValue()[1])))
          .sorted(
              Comparator.comparingLong((Disliked each) -> -each.opinions().successes())
                  .thenComparing(Disliked::subject))
          .limit(MOST)
          .toList();
    }

    private List<Wrong> mostWrong() {
      return wrong.entrySet().stream()
          .map(
              each -> new Wrong(each.getKey().getFirst(), each.getKey().getLast(), each.getValue()))
          .sorted(
              Comparator.comparingLong((Wrong each) -> -each.count())
                  .thenComparing(Wrong::shown)
                  .thenComparing(Wrong::right))
          .toList();
    }
  }
}
