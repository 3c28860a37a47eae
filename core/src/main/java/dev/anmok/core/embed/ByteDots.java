package dev.anmok.core.embed;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import jdk.incubator.vector.ByteVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.ShortVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorShape;
import jdk.incubator.vector.VectorSpecies;

/// Integer dot products of bytes with the Vector API. Bytes are widened to shorts; two products of
/// values in -127..127 add up to at most 32,258 and so still fit a short, which halves the costly
/// widening to ints.
final class ByteDots {
  private static final VectorSpecies<Integer> INTS = IntVector.SPECIES_PREFERRED;
  private static final VectorSpecies<Short> SHORTS = ShortVector.SPECIES_PREFERRED;
  private static final VectorSpecies<Byte> BYTES =
      VectorSpecies.of(byte.class, VectorShape.forBitSize(SHORTS.vectorBitSize() / 2));
  private static final int WIDTH = BYTES.length();

  /// Rows touched at once; at 512 bytes each they stay in the first-level cache.
  private static final int AHEAD = 32;

  /// Bytes of a cache line.
  private static final int LINE = 64;

  private ByteDots() {}

  static void dots(byte[] query, byte[] rows, int from, int to, int[] out) {
    for (int r = from; r < to; r++) {
      out[r - from] = dot(query, rows, r * query.length);
    }
  }

  /// Rows of a block one after the other.
  static void dots(byte[] query, MemorySegment block, int from, int to, int[] out) {
    for (int row = from; row < to; row++) {
      out[row - from] = dot(query, block, (long) row * query.length);
    }
  }

  /// Rows of a block that lie anywhere. They are touched before they are worked on: so the memory
  /// is asked for all of them at once, and not for each when the one before it is done.
  static void dots(byte[] query, MemorySegment block, int[] which, int count, int[] out) {
    int touched = 0;
    for (int from = 0; from < count; from += AHEAD) {
      int to = Math.min(count, from + AHEAD);
      for (int i = from; i < to; i++) {
        touched += touch(block, (long) which[i] * query.length, query.length);
      }
      for (int i = from; i < to; i++) {
        out[i] = dot(query, block, (long) which[i] * query.length);
      }
    }
    if (touched == Integer.MIN_VALUE) {
      throw new AssertionError("more bytes than a call has");
    }
  }

  private static int touch(MemorySegment block, long row, int length) {
    int touched = 0;
    for (int at = 0; at < length; at += LINE) {
      touched += block.get(ValueLayout.JAVA_BYTE, row + at);
    }
    return touched;
  }

  private static int dot(byte[] query, MemorySegment block, long row) {
    var low = IntVector.zero(INTS);
    var high = low;
    int i = 0;
    for (; i + 2 * WIDTH <= query.length; i += 2 * WIDTH) {
      var first = widen(query, i).mul(widen(block, row + i));
      var second = widen(query, i + WIDTH).mul(widen(block, row + i + WIDTH));
      var pair = first.add(second);
      low = low.add(pair.convertShape(VectorOperators.S2I, INTS, 0));
      high = high.add(pair.convertShape(VectorOperators.S2I, INTS, 1));
    }
    int sum = low.add(high).reduceLanes(VectorOperators.ADD);
    for (; i < query.length; i++) {
      sum += query[i] * block.get(ValueLayout.JAVA_BYTE, row + i);
    }
    return sum;
  }

  private static int dot(byte[] query, byte[] rows, int row) {
    var low = IntVector.zero(INTS);
    var high = low;
    int i = 0;
    for (; i + 2 * WIDTH <= query.length; i += 2 * WIDTH) {
      var first = widen(query, i).mul(widen(rows, row + i));
      var second = widen(query, i + WIDTH).mul(widen(rows, row + i + WIDTH));
      var pair = first.add(second);
      low = low.add(pair.convertShape(VectorOperators.S2I, INTS, 0));
      high = high.add(pair.convertShape(VectorOperators.S2I, INTS, 1));
    }
    int sum = low.add(high).reduceLanes(VectorOperators.ADD);
    for (; i < query.length; i++) {
      sum += query[i] * rows[row + i];
    }
    return sum;
  }

  private static ShortVector widen(byte[] values, int offset) {
    return (ShortVector)
        ByteVector.fromArray(BYTES, values, offset).convertShape(VectorOperators.B2S, SHORTS, 0);
  }

  private static ShortVector widen(MemorySegment block, long offset) {
    return (ShortVector)
        ByteVector.fromMemorySegment(BYTES, block, offset, ByteOrder.LITTLE_ENDIAN)
            .convertShape(VectorOperators.B2S, SHORTS, 0);
  }
}
