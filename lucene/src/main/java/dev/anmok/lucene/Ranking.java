package dev.anmok.lucene;

import static java.util.Comparator.comparingDouble;

import dev.anmok.core.embed.Dot;
import dev.anmok.core.search.Hit;
import dev.anmok.core.search.ItemHit;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.search.IndexSearcher;

/// Scores candidates by their own vectors and puts the best in order. Scores are the same bits
/// whichever way a candidate was found, so equal photos tie.
final class Ranking {
  private static final Comparator<Hit> BEST_FIRST =
      comparingDouble(Hit::score).reversed().thenComparing(Hit::uri);

  private Ranking() {}

  /// The best `k` of some documents, equal scores in order of URI.
  ///
  /// @param documents in rising order
  static List<Hit> best(IndexSearcher searcher, int[] documents, float[] vector, int k)
      throws IOException {
    var parts = DocumentRange.split(searcher, documents);
    var scores = scores(parts, documents, vector);
    float floor = kthLargest(scores, k);
    var hits = new ArrayList<Hit>();
    for (var part : parts) {
      var columns = new PhotoFields.Columns(part.segment());
      for (int i = part.from(); i < part.to(); i++) {
        if (scores[i] >= floor) {
          hits.add(columns.hit(documents[i] - part.base(), scores[i]));
        }
      }
    }
    hits.sort(BEST_FIRST);
    return List.copyOf(hits.subList(0, Math.min(k, hits.size())));
  }

  /// The best [ItemHit#TOP] of each item among some documents, equal scores in order of URI. Of the
  /// others no more than the item is read.
  ///
  /// @param documents in rising order
  static List<Hit> bestOfItems(IndexSearcher searcher, int[] documents, float[] vector)
      throws IOException {
    var parts = DocumentRange.split(searcher, documents);
    var scores = scores(parts, documents, vector);
    var items = items(parts, documents);
    var best = new HashMap<String, float[]>();
    for (int i = 0; i < documents.length; i++) {
      keep(scores[i], best.computeIfAbsent(items[i], _ -> lowest()));
    }
    var hits = new ArrayList<Hit>();
    for (var part : parts) {
      var columns = new PhotoFields.Columns(part.segment());
      for (int i = part.from(); i < part.to(); i++) {
        var kept = best.get(items[i]);
        if (kept != null && scores[i] >= kept[ItemHit.TOP - 1]) {
          hits.add(columns.hit(documents[i] - part.base(), scores[i]));
        }
      }
    }
    hits.sort(BEST_FIRST);
    var read = new HashMap<String, Integer>();
    return hits.stream()
        .filter(hit -> read.merge(hit.item(), 1, Integer::sum) <= ItemHit.TOP)
        .toList();
  }

  private static float[] lowest() {
    var scores = new float[ItemHit.TOP];
    Arrays.fill(scores, Float.NEGATIVE_INFINITY);
    return scores;
  }

  /// @param best scores, best first, of which the last makes room
  private static void keep(float score, float[] best) {
    for (int i = best.length - 1; i >= 0 && best[i] < score; i--) {
      if (i + 1 < best.length) {
        best[i + 1] = best[i];
      }
      best[i] = score;
    }
  }

  private static String[] items(List<DocumentRange> parts, int[] documents) throws IOException {
    var items = new String[documents.length];
    for (var part : parts) {
      var columns = new PhotoFields.Columns(part.segment());
      for (int i = part.from(); i < part.to(); i++) {
        items[i] = columns.item(documents[i] - part.base());
      }
    }
    return items;
  }

  /// The cosines of some documents, by URI.
  ///
  /// @param documents in rising order
  static Map<String, Float> cosines(IndexSearcher searcher, int[] documents, float[] vector)
      throws IOException {
    var parts = DocumentRange.split(searcher, documents);
    var scores = scores(parts, documents, vector);
    var cosines = new HashMap<String, Float>();
    for (var part : parts) {
      var columns = new PhotoFields.Columns(part.segment());
      for (int i = part.from(); i < part.to(); i++) {
        cosines.put(columns.uri(documents[i] - part.base()), scores[i]);
      }
    }
    return cosines;
  }

  private static float[] scores(List<DocumentRange> parts, int[] documents, float[] vector)
      throws IOException {
    var scores = new float[documents.length];
    for (var part : parts) {
      var vectors = part.vectors();
      for (int i = part.from(); i < part.to(); i++) {
        scores[i] = Dot.precise(vector, vectors.of(documents[i] - part.base()));
      }
    }
    return scores;
  }

  private static float kthLargest(float[] scores, int k) {
    if (scores.length <= k) {
      return Float.NEGATIVE_INFINITY;
    }
    var best = new Shortlist(k);
    for (float score : scores) {
      best.offer(0, score, score);
    }
    return best.floor();
  }
}
