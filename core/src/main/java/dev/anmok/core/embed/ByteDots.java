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

  private ByteDots() {}

  static void dots(byte[] query, byte[] rows, int from, int to, int[] out) {
    for (int r = from; r < to; r++) {
      out[r - from] = dot(query, rows, r * query.length);
    }
  }

  /// Rows of a block that lie anywhere: four at a time, so that the memory is asked for all of them
  /// at once and each piece of the query is widened once.
  static void dots(byte[] query, MemorySegment block, int[] which, int count, int[] out) {
    int i = 0;
    for (; i + 3 < count; i += 4) {
      four(query, block, which, i, out);
    }
    for (; i < count; i++) {
      out[i] = dot(query, block, (long) which[i] * query.length);
    }
  }

  private static void four(byte[] query, MemorySegment block, int[] which, int at, int[] out) {
    long a = (long) which[at] * query.length;
    long b = (long) which[at + 1] * query.length;
    long c = (long) which[at + 2] * query.length;
    long d = (long) which[at + 3] * query.length;
    var aSum = IntVector.zero(INTS);
    var bSum = aSum;
    var cSum = aSum;
    var dSum = aSum;
    int i = 0;
    for (; i + 2 * WIDTH <= query.length; i += 2 * WIDTH) {
      var first = widen(query, i);
      var second = widen(query, i + WIDTH);
      aSum = aSum.add(pairs(first, second, block, a + i));
      bSum = bSum.add(pairs(first, second, block, b + i));
      cSum = cSum.add(pairs(first, second, block, c + i));
      dSum = dSum.add(pairs(first, second, block, d + i));
    }
    out[at] = aSum.reduceLanes(VectorOperators.ADD) + rest(query, i, block, a);
    out[at + 1] = bSum.reduceLanes(VectorOperators.ADD) + rest(query, i, block, b);
    out[at + 2] = cSum.reduceLanes(VectorOperators.ADD) + rest(query, i, block, c);
    out[at + 3] = dSum.reduceLanes(VectorOperators.ADD) + rest(query, i, block, d);
  }

  private static IntVector pairs(
      ShortVector first, ShortVector second, MemorySegment block, long at) {
    var pair =
        first.mul(widen(block, at)).add(second.mul(widen(block, at + WIDTH)));
    var low = (IntVector) pair.convertShape(VectorOperators.S2I, INTS, 0);
    return low.add(pair.convertShape(VectorOperators.S2I, INTS, 1));
  }

  private static int rest(byte[] query, int from, MemorySegment block, long row) {
    int sum = 0;
    for (int i = from; i < query.length; i++) {
      sum += query[i] * block.get(ValueLayout.JAVA_BYTE, row + i);
    }
    return sum;
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
