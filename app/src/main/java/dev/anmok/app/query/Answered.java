package dev.anmok.app.query;

import dev.anmok.app.category.Categorized;
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
/// @param times how long each stage took
public record Answered(
    List<Found> hits,
    boolean more,
    MatchJudge judge,
    List<String> notes,
    @Nullable Categorized categoryOrNull,
    StageTimes times) {
  public Answered {
    hits = List.copyOf(hits);
    notes = List.copyOf(notes);
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
