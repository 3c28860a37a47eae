package dev.anmok.app.feedback;

import dev.anmok.core.pipeline.Feedback;
import dev.anmok.core.pipeline.FeedbackKind;
import dev.anmok.core.search.Found;
import dev.anmok.core.search.Fusion;
import dev.anmok.core.search.SearchRequest.By;
import dev.anmok.core.search.Share;
import dev.anmok.core.search.SubQuery;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// An answer as it was shown.
///
/// @param who was shown it
/// @param answer its id
/// @param at when
/// @param by what it lists
/// @param fusion how its scores came about
/// @param unit what a full match by looks adds to a score, above 0
public record Shown(Who who, String answer, Instant at, By by, Fusion fusion, double unit) {
  /// One row for each hit.
  ///
  /// @param first position of the first hit, from 1
  public List<Feedback> rows(List<Found> hits, int first) {
    var rows = new ArrayList<Feedback>();
    for (var hit : hits) {
      rows.add(
          new Feedback(
              FeedbackKind.SHOWN,
              at,
              who.person(),
              who.shop(),
              answer,
              by == By.ITEM ? hit.item() : "",
              hit.best().sha256(),
              first + rows.size(),
              score(hit),
              ""));
    }
    return rows;
  }

  /// The score without tastes. Ranks, as reciprocal rank fusion adds them up, are no scores.
  private double score(Found hit) {
    if (!(fusion instanceof Fusion.Weighted)) {
      return Double.NaN;
    }
    if (hit.why().size() == 1) { // then `added` is a cosine or a sum of BM25
      var only = hit.why().getFirst();
      return only.part().weight() * only.calibrated() / unit;
    }
    return hit.why().stream()
            .filter(share -> !(share.part() instanceof SubQuery.Taste))
            .mapToDouble(Share::added)
            .sum()
        / unit;
  }
}
