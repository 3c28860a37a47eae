package dev.anmok.core.cluster;

import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/// Keys of 64-bit fingerprints by which those that differ in few bits meet, where each fingerprint
/// is handed out without knowing the others ([HashBands] looks up instead). Of its four bands of 16
/// bits each gives all values within a radius: if two differ in at most `b` bits, one of their
/// bands differs in at most `b / 4` (the pigeonhole principle), and a value half-way between the
/// two lies within `ceil((b / 4) / 2)` of both. So the two share a key; that two share one does not
/// make them near, which whoever compares them checks in full.
///
/// A key has 18 bits: the band's number in the upper two, its value below. Of `n` random
/// fingerprints `n * count / 2^18` have the same key. Immutable.
///
/// @see HashBands for the source
public final class HashKeys {
  /// Bits of a key.
  public static final int KEY_BITS = 18;

  /// The largest number of differing bits whose keys are few enough to hand out.
  public static final int MAX_BITS = 19;

  /// There is no such key.
  public static final int NONE = -1;

  private static final int BANDS = 4;
  private static final int BITS = 16;

  private final int maxBits;
  private final int radius;
  private final int[] masks;

  /// Keys for a limit.
  ///
  /// @param maxBits in how many bits fingerprints differ at most, 0 to [#MAX_BITS]
  public HashKeys(int maxBits) {
    if (maxBits < 0 || maxBits > MAX_BITS) {
      throw new IllegalArgumentException("maxBits must be 0.." + MAX_BITS + ", was " + maxBits);
    }
    this.maxBits = maxBits;
    this.radius = Math.ceilDiv(maxBits / BANDS, 2);
    this.masks =
        IntStream.range(0, 1 << BITS).filter(mask -> Integer.bitCount(mask) <= radius).toArray();
  }

  /// Keys of each fingerprint: 4 up to a limit of 3 bits, 68 up to 11, 548 up to 19.
  public int count() {
    return BANDS * masks.length;
  }

  /// In how many bits fingerprints differ at most.
  public int maxBits() {
    return maxBits;
  }

  /// Tells of a fingerprint's keys, each once, band by band.
  public void of(long hash, IntConsumer key) {
    for (int band = 0; band < BANDS; band++) {
      int value = value(hash, band);
      for (int mask : masks) {
        key.accept((band << BITS) | (value ^ mask));
      }
    }
  }

  /// The smallest key that two fingerprints share; [#NONE] if they share none. Who finds a pair by
  /// another of its keys leaves it to this one.
  public int smallestCommon(long a, long b) {
    for (int band = 0; band < BANDS; band++) {
      int valueA = value(a, band);
      int valueB = value(b, band);
      if (Integer.bitCount(valueA ^ valueB) <= 2 * radius) {
        return smallestCommon(band, valueA, valueB);
      }
    }
    return NONE;
  }

  private int smallestCommon(int band, int a, int b) {
    int smallest = Integer.MAX_VALUE;
    for (int mask : masks) {
      int value = a ^ mask;
      if (value < smallest && Integer.bitCount(value ^ b) <= radius) {
        smallest = value;
      }
    }
    return (band << BITS) | smallest;
  }

  private static int value(long hash, int band) {
    return (int) (hash >>> (band * BITS)) & 0xFFFF;
  }
}
