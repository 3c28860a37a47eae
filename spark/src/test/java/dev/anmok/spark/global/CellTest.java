package dev.anmok.spark.global;

import static org.assertj.core.api.Assertions.assertThat;

import dev.anmok.core.cluster.HashKeys;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CellTest {
  private static long[] hashes(int families) {
    var random = new Random(4);
    var hashes = new HashSet<Long>();
    for (int family = 0; family < families; family++) {
      long first = random.nextLong();
      for (int n = 0; n < 8; n++) {
        long hash = first;
        for (int flips = random.nextInt(9); flips > 0; flips--) {
          hash ^= 1L << random.nextInt(64);
        }
        hashes.add(hash);
      }
    }
    return hashes.stream().mapToLong(Long::longValue).toArray();
  }

  /// Every fingerprint in every cell that one of its keys is in, by its own place as id.
  private static Set<Set<Long>> found(long[] hashes, int maxBits, int bits) {
    int shift = HashKeys.KEY_BITS - 2 - bits;
    var keys = new HashKeys(maxBits);
    var pairs = new HashSet<Set<Long>>();
    for (int number = 0; number < 4 << bits; number++) {
      int cell = number;
      var members = new java.util.ArrayList<Long>();
      for (int i = 0; i < hashes.length; i++) {
        var in = new HashSet<Integer>();
        keys.of(hashes[i], key -> in.add(key >>> shift));
        if (in.contains(cell)) {
          members.add(hashes[i]);
          members.add((long) i);
        }
      }
      var packed = members.stream().mapToLong(Long::longValue).toArray();
      new Cell(keys, cell, shift, packed)
          .search((a, b, sure) -> {
            assertThat(sure).isFalse();
            assertThat(pairs.add(Set.of(a, b))).as("told once").isTrue();
          });
    }
    return pairs;
  }

  /// What a lost machine did is done again, from hashes that come in another order.
  @Test
  void membersAreOrderedByHashEachWithItsOwnId() {
    assertThat(HashPairs.inOrder(new long[] {7, 1, -3, 2, Long.MIN_VALUE, 3, 0, 4}))
        .containsExactly(Long.MIN_VALUE, 3, -3, 2, 0, 4, 7, 1);
  }

  @ParameterizedTest
  @CsvSource({"10,0", "10,3", "3,2", "12,1"})
  void tellsOfEveryNearPairOnce(int maxBits, int bits) {
    var hashes = hashes(60);
    var near = new HashSet<Set<Long>>();
    for (int a = 0; a < hashes.length; a++) {
      for (int b = 0; b < a; b++) {
        if (Long.bitCount(hashes[a] ^ hashes[b]) <= maxBits) {
          near.add(Set.of((long) a, (long) b));
        }
      }
    }

    assertThat(near).isNotEmpty();
    assertThat(found(hashes, maxBits, bits)).isEqualTo(near);
  }

  @Test
  void cellsAreAsManyAsKeepThemSmall() {
    assertThat(HashPairs.cellBits(10_000)).isZero();
    assertThat(HashPairs.cellBits(1_000_000)).isEqualTo(5);
  }
}
