package dev.anmok.lucene;

import static java.util.Comparator.comparingDouble;

import dev.anmok.core.embed.Dot;
import dev.anmok.core.search.Hit;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.search.IndexSearcher;

/// Scores candidates by their own vectors and puts the best in order. Scores are the same bits
/// whichever way a candidate was found, so equal photos tie.
final class Ranking {
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
    hits.sort(comparingDouble(Hit::score).reversed().thenComparing(Hit::uri));
    return List.copyOf(hits.subList(0, Math.min(k, hits.size())));
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
