package dev.anmok.core.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HashKeysTest {
  private static Set<Integer> keys(HashKeys keys, long hash) {
    var all = new HashSet<Integer>();
    keys.of(
        hash,
        key -> {
          assertThat(all.add(key)).as("told once").isTrue();
          assertThat(key).isBetween(0, (1 << HashKeys.KEY_BITS) - 1);
        });
    return all;
  }

  private static long flipped(long hash, int bits, Random random) {
    long other = hash;
    while (Long.bitCount(other ^ hash) < bits) {
      other = hash ^ ((other ^ hash) | (1L << random.nextInt(64)));
    }
    return other;
  }

  @ParameterizedTest
  @CsvSource({"0,4", "3,4", "4,68", "10,68", "11,68", "12,548", "19,548"})
  void aFingerprintHasSoManyKeys(int maxBits, int count) {
    var keys = new HashKeys(maxBits);

    assertThat(keys.count()).isEqualTo(count);
    assertThat(keys(keys, 0x0123_4567_89AB_CDEFL)).hasSize(count);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 3, 4, 7, 8, 10, 11, 15, 19})
  void twoThatAreNearShareAKeyWhereverTheyDiffer(int maxBits) {
    var random = new Random(maxBits);
    var keys = new HashKeys(maxBits);
    for (int round = 0; round < 300; round++) {
      long hash = random.nextLong();
      long near = flipped(hash, random.nextInt(maxBits + 1), random);
      assertThat(keys(keys, near)).containsAnyElementsOf(keys(keys, hash));
    }
  }

  /// The worst that the pigeonhole leaves: as many bits in each band as can be.
  @Test
  void theHardestSpreadIsFoundToo() {
    long spread = 0b111L | (0b111L << 16) | (0b11L << 32) | (0b11L << 48);
    var keys = new HashKeys(10);

    assertThat(Long.bitCount(spread)).isEqualTo(10);
    assertThat(keys.smallestCommon(0, spread)).isNotEqualTo(HashKeys.NONE);
  }

  @ParameterizedTest
  @ValueSource(ints = {3, 10, 15})
  void theSmallestCommonKeyIsThatOfAllKeys(int maxBits) {
    var random = new Random(5);
    var keys = new HashKeys(maxBits);
    for (int round = 0; round < 500; round++) {
      long hash = random.nextLong();
      long other = flipped(hash, random.nextInt(24), random);
      var common = new HashSet<>(keys(keys, hash));
      common.retainAll(keys(keys, other));
      int smallest = common.stream().min(Integer::compare).orElse(HashKeys.NONE);
      assertThat(keys.smallestCommon(hash, other)).isEqualTo(smallest);
      assertThat(keys.smallestCommon(other, hash)).isEqualTo(smallest);
    }
  }

  @Test
  void refusesLimitsWithTooManyKeys() {
    assertThatThrownBy(() -> new HashKeys(20))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("maxBits must be 0..19, was 20");
  }
}
