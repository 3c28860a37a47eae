package dev.anmok.app.workspace;

import dev.anmok.app.report.ReportItem;
import dev.anmok.app.report.ReportPhoto;
import dev.anmok.core.pipeline.PlacedPhoto;
import dev.anmok.core.pipeline.StoredDecision;
import dev.anmok.core.score.ContrastScore;
import dev.anmok.core.score.ContrastScorer;
import java.util.HashMap;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/// Decided items as a report shows them, scored by the lens. Each iteration reads them anew.
record CuratedItems(DecidedItems items, ContrastScorer scorer) implements Iterable<ReportItem> {
  @Override
  public Iterator<ReportItem> iterator() {
    var decided = items.iterator();
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return decided.hasNext();
      }

      @Override
      public ReportItem next() {
        return report(decided.next());
      }
    };
  }

  private ReportItem report(DecidedItems.Decided decided) {
    var scores = new HashMap<String, ContrastScore>();
    for (PlacedPhoto photo : decided.item().photos()) {
      scores.put(photo.uri(), scorer.score(photo.embedding()));
    }
    var photos =
        decided.photos().stream()
            .map(decision -> photo(decision, scores.get(decision.uri())))
            .toList();
    double mean =
        photos.stream()
            .mapToDouble(ReportPhoto::delta)
            .filter(Double::isFinite)
            .average()
            .orElse(Double.NaN);
    var own = decided.own();
    var item = decided.item().item();
    return new ReportItem(
        item.id(), item.title(), own.rank() > 0, own.reason(), own.score(), mean, photos, 0);
  }

  private static ReportPhoto photo(StoredDecision decision, @Nullable ContrastScore score) {
    return new ReportPhoto(
        decision.uri(),
        score == null ? Double.NaN : score.positive(),
        score == null ? Double.NaN : score.negative(),
        score == null ? Double.NaN : score.delta(),
        decision.rank(),
        decision.reason(),
        decision.detail());
  }
}
