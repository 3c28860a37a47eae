package dev.anmok.spark.global;

import dev.anmok.core.cluster.HashKeys;
import java.util.Arrays;

/// Fingerprints that have a key in one cell, compared where two share such a key. A cell is all
/// keys of the same upper bits, so that a fingerprint travels once for its many keys that differ
/// only in lower bits. For one thread.
///
/// Two fingerprints meet under each key they share, and are told of by the smallest alone, in
/// whichever cell that is. A fingerprint that is near very many others is not a candidate any more
/// but joined to them unseen: what comes of it is a larger component, in which the rule decides.
final class Cell {
  /// Near fingerprints of one within a cell that are told of one by one.
  static final int MOST = 64;

  private final HashKeys keys;
  private final int number;
  private final int shift;
  private final long[] hashes;
  private final long[] ids;
  private final int[] told;
  private final int[] joined;
  private long compared;

  /// Takes told pairs.
  interface Pairs {
    /// A pair.
    ///
    /// @param sure whether they belong together without being looked at
    void pair(long idA, long idB, boolean sure);
  }

  /// A cell.
  ///
  /// @param number the upper bits of its keys
  /// @param shift how many lower bits there are
  /// @param members fingerprint and id in turn; no fingerprint comes twice
  Cell(HashKeys keys, int number, int shift, long[] members) {
    this.keys = keys;
    this.number = number;
    this.shift = shift;
    int size = members.length / 2;
    this.hashes = new long[size];
    this.ids = new long[size];
    for (int i = 0; i < size; i++) {
      hashes[i] = members[2 * i];
      ids[i] = members[2 * i + 1];
    }
    this.told = new int[size];
    this.joined = new int[size];
    Arrays.setAll(joined, i -> i);
  }

  /// Pairs of fingerprints compared so far.
  long compared() {
    return compared;
  }

  void search(Pairs pairs) {
    var starts = new int[(1 << shift) + 1];
    each((key, _) -> starts[key]++);
    Arrays.parallelPrefix(starts, Integer::sum); // the ends, until members are filled in
    var members = new int[starts[1 << shift]];
    each((key, member) -> members[--starts[key]] = member);
    var bucket = new long[16];
    for (int key = 0; key < 1 << shift; key++) {
      int from = starts[key];
      int size = starts[key + 1] - from;
      if (bucket.length < size) {
        bucket = new long[2 * size];
      }
      for (int i = 0; i < size; i++) {
        bucket[i] = hashes[members[from + i]];
      }
      compare((number << shift) | key, bucket, members, from, size, pairs);
    }
  }

  private interface Keyed {
    void at(int key, int member);
  }

  private void each(Keyed keyed) {
    for (int i = 0; i < hashes.length; i++) {
      int member = i;
      keys.of(
          hashes[i],
          key -> {
            if ((key >>> shift) == number) {
              keyed.at(key & ((1 << shift) - 1), member);
            }
          });
    }
  }

  private void compare(int key, long[] bucket, int[] members, int from, int size, Pairs pairs) {
    int most = keys.maxBits();
    for (int a = 1; a < size; a++) {
      long hash = bucket[a];
      for (int b = 0; b < a; b++) {
        if (Long.bitCount(hash ^ bucket[b]) <= most
            && keys.smallestCommon(hash, bucket[b]) == key) {
          tell(members[from + a], members[from + b], pairs);
        }
      }
    }
    compared += (long) size * (size - 1) / 2;
  }

  private void tell(int a, int b, Pairs pairs) {
    if (told[a] < MOST && told[b] < MOST) {
      told[a]++;
      told[b]++;
      pairs.pair(ids[a], ids[b], false);
    } else if (join(a, b)) {
      pairs.pair(ids[a], ids[b], true);
    }
  }

  /// Whether the two were not yet joined in this cell.
  private boolean join(int a, int b) {
    int rootA = root(a);
    int rootB = root(b);
    joined[Math.max(rootA, rootB)] = Math.min(rootA, rootB);
    return rootA != rootB;
  }

  private int root(int member) {
    int at = member;
    while (joined[at] != at) {
      joined[at] = joined[joined[at]];
      at = joined[at];
    }
    return at;
  }
}
