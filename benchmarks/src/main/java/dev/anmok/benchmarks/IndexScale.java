package dev.anmok.benchmarks;

import dev.anmok.core.search.IndexedPhoto;
import dev.anmok.core.search.PhotoIndex;
import dev.anmok.lucene.IndexLimits;
import dev.anmok.lucene.LuceneIndex;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Locale;

/// Fills an index with [DrawnItems] and times each kind of question to it.
///
/// Arguments: the place, number of photos, dimension (default 256), questions of each kind (default
/// 500). The place is a folder for the index within this process. One that was filled before is
/// only filled up.
public final class IndexScale {
  private static final int BATCH = 500;
  private static final int TELL = 100_000;

  private IndexScale() {}

  public static void main(String[] args) throws IOException {
    var items = new DrawnItems(args.length > 2 ? Integer.parseInt(args[2]) : 256);
    int count = Integer.parseInt(args[1]);
    int questions = args.length > 3 ? Integer.parseInt(args[3]) : 500;
    try (var index = open(args[0], items)) {
      fill(index, items, count);
      System.out.printf(Locale.ROOT, "%,d photos, %s%n", index.size(), args[0]);
      new QuestionKinds(items, index, questions).measure();
    }
  }

  private static PhotoIndex open(String place, DrawnItems items) throws IOException {
    return LuceneIndex.open(Path.of(place), items.space(), DrawnItems.SCHEMA, IndexLimits.DEFAULT);
  }

  private static void fill(PhotoIndex index, DrawnItems items, int count) throws IOException {
    long start = System.nanoTime();
    int from = (int) index.size();
    for (int i = from; i < count; i += BATCH) {
      var batch = new ArrayList<IndexedPhoto>(BATCH);
      for (int j = i; j < Math.min(count, i + BATCH); j++) {
        batch.add(items.photo(j));
      }
      index.upsert(batch);
      if (i / TELL != (i + BATCH) / TELL) {
        told("sent", i + BATCH - from, start);
      }
    }
    if (count > from) {
      index.commit(1);
      told("committed", count - from, start);
    }
  }

  private static void told(String what, int photos, long start) {
    double seconds = (System.nanoTime() - start) / 1e9;
    System.out.printf(
        Locale.ROOT, "%s %,d in %.1f s, %.0f/s%n", what, photos, seconds, photos / seconds);
  }
}
