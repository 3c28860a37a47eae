package dev.anmok.spark.global;

import dev.anmok.core.cluster.HashKeys;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.HashPartitioner;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.storage.StorageLevel;
import org.apache.spark.util.LongAccumulator;
import scala.Tuple2;

/// Finds fingerprints that differ in few bits. Photos of one fingerprint are one group, so that any
/// number of equal ones travels and is compared once; groups meet in cells of keys ([Cell]).
///
/// @param maxBits in how many bits fingerprints differ at most
/// @param compared counts pairs of fingerprints that were compared
record HashPairs(int maxBits, LongAccumulator compared) {
  /// Members that a cell has at most if it can be had: 16 bytes each.
  private static final int CELL = 200_000;

  private static final int MOST_BITS = 10;
  private static final int BLOCK = 2_048;

  /// The photos of each fingerprint: the smallest id, then the fingerprint and all ids in order.
  static JavaPairRDD<Long, long[]> groups(JavaRDD<long[]> photos, int parts) {
    return photos
        .mapToPair(photo -> new Tuple2<>(photo[Census.Photo.HASH], photo[Census.Photo.ID]))
        .groupByKey(parts)
        .mapToPair(same -> group(same._1, same._2))
        .persist(StorageLevel.MEMORY_AND_DISK());
  }

  private static Tuple2<Long, long[]> group(long hash, Iterable<Long> same) {
    var ids = new ArrayList<Long>();
    same.forEach(ids::add);
    ids.sort(null);
    var group = new long[ids.size() + 1];
    group[0] = hash;
    for (int i = 0; i < ids.size(); i++) {
      group[i + 1] = ids.get(i);
    }
    return new Tuple2<>(ids.getFirst(), group);
  }

  /// Pairs of groups that are near: two ids, and 1 if they belong together unseen.
  JavaRDD<long[]> of(JavaPairRDD<Long, long[]> groups) {
    int bits = cellBits(groups.count());
    int shift = HashKeys.KEY_BITS - 2 - bits;
    int most = maxBits;
    var count = compared;
    return groups
        .mapPartitionsToPair(some -> blocks(some, new HashKeys(most), shift))
        .partitionBy(new HashPartitioner(4 << bits))
        .mapPartitions(blocks -> pairs(blocks, new HashKeys(most), shift, count))
        .persist(StorageLevel.MEMORY_AND_DISK());
  }

  /// How many bits below the band's number tell cells apart. A fingerprint of some band lies in a
  /// cell for its own value, and in one more for each of these bits (if the radius is 1).
  static int cellBits(long groups) {
    int bits = 0;
    while (bits < MOST_BITS && ((groups * (1 + bits)) >> bits) > CELL) {
      bits++;
    }
    return bits;
  }

  private static Iterator<Tuple2<Integer, long[]>> blocks(
      Iterator<Tuple2<Long, long[]>> groups, HashKeys keys, int shift) {
    int cells = 1 << (HashKeys.KEY_BITS - shift);
    var open = new long[cells][0];
    var filled = new int[cells];
    var stamps = new int[cells];
    var blocks = new ArrayList<Tuple2<Integer, long[]>>();
    for (int stamp = 1; groups.hasNext(); stamp++) {
      var group = groups.next();
      long hash = group._2[0];
      int now = stamp;
      keys.of(
          hash,
          key -> {
            int cell = key >>> shift;
            if (stamps[cell] == now) {
              return;
            }
            stamps[cell] = now;
            if (filled[cell] == open[cell].length) {
              open[cell] = Arrays.copyOf(open[cell], Math.clamp(2L * filled[cell], 16, BLOCK));
            }
            open[cell][filled[cell]++] = hash;
            open[cell][filled[cell]++] = group._1;
            if (filled[cell] == BLOCK) {
              blocks.add(new Tuple2<>(cell, open[cell]));
              open[cell] = new long[16];
              filled[cell] = 0;
            }
          });
    }
    for (int cell = 0; cell < cells; cell++) {
      if (filled[cell] > 0) {
        blocks.add(new Tuple2<>(cell, Arrays.copyOf(open[cell], filled[cell])));
      }
    }
    return blocks.iterator();
  }

  private static Iterator<long[]> pairs(
      Iterator<Tuple2<Integer, long[]>> blocks,
      HashKeys keys,
      int shift,
      LongAccumulator compared) {
    if (!blocks.hasNext()) {
      return List.<long[]>of().iterator();
    }
    var first = blocks.next();
    var all = new ArrayList<long[]>();
    all.add(first._2);
    blocks.forEachRemaining(block -> all.add(block._2));
    var members = new long[all.stream().mapToInt(block -> block.length).sum()];
    int at = 0;
    for (var block : all) {
      System.arraycopy(block, 0, members, at, block.length);
      at += block.length;
    }
    all.clear();
    var cell = new Cell(keys, first._1, shift, inOrder(members));
    var pairs = new ArrayList<long[]>();
    cell.search(
        (a, b, sure) -> pairs.add(new long[] {Math.min(a, b), Math.max(a, b), sure ? 1 : 0}));
    compared.add(cell.compared());
    return pairs.iterator();
  }

  /// Hashes and their groups by ascending hash: the pairs that a cell tells depend on the order,
  /// and a cell that is looked at again must tell the same. No hash is there twice.
  static long[] inOrder(long[] members) {
    var hashes = new long[members.length / 2];
    for (int i = 0; i < hashes.length; i++) {
      hashes[i] = members[2 * i];
    }
    Arrays.sort(hashes);
    var ordered = new long[members.length];
    for (int i = 0; i < members.length; i += 2) {
      int at = 2 * Arrays.binarySearch(hashes, members[i]);
      ordered[at] = members[i];
      ordered[at + 1] = members[i + 1];
    }
    return ordered;
  }
}
