package dev.anmok.lucene;

import java.io.IOException;
import org.apache.lucene.util.LongHeap;
import org.apache.lucene.util.NumericUtils;

/// One search through the clusters of a segment: the nearest first, then whichever promises most,
/// until the others together are expected to hold hardly any of the best `k`.
///
/// How many of a cluster's rows would be hits follows from the `k`-th best score so far and from
/// how the scores of its rows are spread ([ClusterTable.Chances]). Easy queries so end after a few
/// clusters, and those that lie between many, ask for many hits or have few photos in scope go on.
final class ClusterWalk {
  /// Clusters to begin with.
  private static final int FIRST = 8;

  /// Hits expected to be missed, for each asked for, at which a walk ends.
  private static final double MISSED = 0.05;

  /// Share of [#MISSED] that clusters without hope may have together.
  private static final double HOPELESS = 0.25;

  /// Rows after which it is time to look again, at first; later twice as many each time.
  private static final long STEP = 512;

  /// Rows compared at most, for each root of their number and for each hit asked for. It matters to
  /// queries that lie between many clusters.
  private static final int MOST_PER_ROOT = 40;

  private static final int MOST_PER_HIT = 100;

  /// Rows out of scope that are passed over in the time of one comparison.
  private static final int PASSED = 8;

  /// Rows of a cluster are looked up before they are compared if fewer than this are in scope.
  private static final double SPARSE = 0.5;

  private final ClusterTable table;
  private final ClusterTable.Chances chances;
  private final RowBatch batch;
  private final Shortlist shortlist;
  private final int k;
  private final double share;

  /// Clusters that are left, the next one on top: what it is sorted by, then its number.
  private LongHeap queue;

  private long seen;
  private long compared;

  /// @param share of the rows that are in scope, above 0
  /// @param k hits asked for
  ClusterWalk(
      ClusterTable table,
      float[] vector,
      RowBatch batch,
      double share,
      Shortlist shortlist,
      int k) {
    this.table = table;
    this.chances = table.chances(vector);
    this.batch = batch;
    this.share = share;
    this.shortlist = shortlist;
    this.k = k;
    this.queue = new LongHeap(table.count());
  }

  /// Offers what it finds to the shortlist.
  void run() throws IOException {
    begin();
    double root = Math.sqrt(table.start(table.count()));
    long most = (long) (MOST_PER_ROOT * root) + (long) MOST_PER_HIT * k;
    while (work() < most && queue.size() > 0) {
      double expected = rank();
      if (expected <= MISSED * k) {
        return;
      }
      goOn(expected, Math.min(most, 2 * Math.max(work(), STEP)));
    }
  }

  /// Compares the nearest clusters until there are `k` rows to measure others by.
  private void begin() throws IOException {
    for (int cluster = 0; cluster < table.count(); cluster++) {
      queue.push(key(chances.apart(cluster), cluster));
    }
    for (int i = 0; i < FIRST && queue.size() > 0; i++) {
      compare((int) queue.pop());
    }
    batch.offer();
    while (queue.size() > 0 && shortlist.floor() == Float.NEGATIVE_INFINITY) {
      compare((int) queue.pop());
      batch.offer();
    }
  }

  /// Puts those clusters first in which hits are least rare, leaves those without hope out, and
  /// returns the hits expected in all others.
  private double rank() {
    float floor = shortlist.floor();
    double hope = HOPELESS * MISSED * k / table.count();
    double expected = 0;
    var ranked = new LongHeap(queue.size());
    for (int i = 1; i <= queue.size(); i++) {
      int cluster = (int) queue.get(i);
      float rarity = chances.rarity(cluster, floor);
      double hits = hits(cluster, rarity);
      if (hits >= hope) {
        expected += hits;
        ranked.push(key(rarity, cluster));
      }
    }
    queue = ranked;
    return expected;
  }

  /// Compares the most promising clusters, until few hits are expected in the others or it is time
  /// to look again.
  private void goOn(double expected, long until) throws IOException {
    float floor = shortlist.floor();
    double open = expected;
    while (queue.size() > 0 && open > MISSED * k && work() < until) {
      int cluster = (int) queue.pop();
      open -= hits(cluster, chances.rarity(cluster, floor));
      compare(cluster);
    }
    batch.offer();
  }

  /// A filter may have to do with the vectors, so the share of rows in scope is taken as no less
  /// than it was near by.
  private double hits(int cluster, float rarity) {
    double near = seen == 0 ? share : Math.max(share, (double) compared / seen);
    return near * table.size(cluster) * NormalTail.above(rarity);
  }

  private void compare(int cluster) throws IOException {
    int from = table.start(cluster);
    int to = table.start(cluster + 1);
    seen += to - from;
    if (share > SPARSE) {
      batch.run(from, to);
      compared += to - from;
    } else {
      compared += batch.addInScope(from, to);
    }
  }

  private long work() {
    return compared + (seen - compared) / PASSED;
  }

  private static long key(float value, int cluster) {
    return ((long) NumericUtils.floatToSortableInt(value) << Integer.SIZE) | cluster;
  }
}
