package dev.anmok.app.query;

import dev.anmok.app.category.Categorized;
import dev.anmok.core.classify.CategoryGuess;
import dev.anmok.core.search.Answer;
import dev.anmok.core.search.Found;
import dev.anmok.core.search.MatchJudge;
import dev.anmok.core.search.Share;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What a wish found.
///
/// @param hits best first
/// @param more whether there are more after them
/// @param judge says how far each can be trusted
/// @param notes sentences for people about how the wish was understood
/// @param categoryOrNull what the query's photos were taken for; null if nobody looked
/// @param within whether the hits are of that category alone
/// @param times how long each stage took
public record Answered(
    List<Found> hits,
    boolean more,
    MatchJudge judge,
    List<String> notes,
    @Nullable Categorized categoryOrNull,
    boolean within,
    StageTimes times) {
  public Answered {
    hits = List.copyOf(hits);
    notes = List.copyOf(notes);
  }

  /// An answer in which a sure category was searched within.
  static Answered of(
      Answer answer,
      MatchJudge judge,
      List<String> notes,
      @Nullable Categorized seenOrNull,
      StageTimes times) {
    boolean sure = seenOrNull != null && seenOrNull.guess() instanceof CategoryGuess.Sure;
    return new Answered(answer.hits(), answer.more(), judge, notes, seenOrNull, sure, times);
  }

  /// The same, found among all since the category had nothing.
  Answered outside() {
    return new Answered(hits, more, judge, notes, categoryOrNull, false, times);
  }

  /// What the query's photos were taken for, if somebody looked.
  public Optional<Categorized> category() {
    return Optional.ofNullable(categoryOrNull);
  }

  /// How many of the hits are there because of the translation rather than the original; 0 where
  /// only one of them was searched for.
  public long wonByTranslation() {
    return hits.stream()
        .filter(
            hit -> hit.why().stream().map(Share::reading).anyMatch(SubQueries.TRANSLATION::equals))
        .count();
  }
}
