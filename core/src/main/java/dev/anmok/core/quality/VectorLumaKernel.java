package dev.anmok.core.quality;

import static dev.anmok.core.quality.Lanes.BYTES;
import static dev.anmok.core.quality.Lanes.OF_BYTES;
import static dev.anmok.core.quality.Lanes.OF_INTS;
import static dev.anmok.core.quality.Lanes.OF_SHORTS;
import static dev.anmok.core.quality.Lanes.SHORTS;
import static dev.anmok.core.quality.Lanes.shorts;

import jdk.incubator.vector.ByteVector;
import jdk.incubator.vector.ShortVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorShuffle;

/// The loops with the Vector API: 8-bit and 16-bit lanes where values fit. The last vector of a row
/// overlaps the one before; rows under a vector go through the plain loops.
final class VectorLumaKernel implements LumaKernel {
  /// So many values of at most [Blockiness#CAP] fit in 8 bits.
  private static final int FLUSH = 7;

  /// So many flushed sums fit in 16 bits.
  private static final int CHUNK = 140 * FLUSH * OF_BYTES;

  /// Three bytes a pixel to four, the third of them of no meaning.
  private static final VectorShuffle<Byte> SPREAD =
      VectorShuffle.fromOp(BYTES, lane -> lane / 4 * 3 + Math.min(2, lane % 4));

  private final ScalarLumaKernel scalar = new ScalarLumaKernel();

  @Override
  public void grey(byte[] rgb, byte[] out) {
    int x = 0;
    for (; 3 * x + OF_BYTES <= rgb.length; x += OF_INTS) {
      var pixels = ByteVector.fromArray(BYTES, rgb, 3 * x).rearrange(SPREAD).reinterpretAsInts();
      var blue = pixels.lanewise(VectorOperators.LSHR, 24);
      var red = pixels.and(0xff).sub(blue).mul(19_595);
      var green = pixels.lanewise(VectorOperators.LSHR, 8).and(0xff).sub(blue).mul(38_470);
      var over = red.add(green).add(32_768).lanewise(VectorOperators.ASHR, 16); // weights sum to 1
      ((ByteVector) over.add(blue).convertShape(VectorOperators.I2B, Lanes.BYTES_TO_INTS, 0))
          .intoArray(out, x);
    }
    scalar.grey(rgb, x, out);
  }

  @Override
  public int countUnder(byte[] values, int level) {
    int count = 0;
    int i = 0;
    for (; i + OF_BYTES <= values.length; i += OF_BYTES) {
      count +=
          ByteVector.fromArray(BYTES, values, i)
              .compare(VectorOperators.ULT, (byte) level)
              .trueCount();
    }
    return count + scalar.countUnder(values, i, level);
  }

  @Override
  public void responses(byte[] v, int at, int width, int rows, short[] responses, short[] sums) {
    if (width - 2 < OF_SHORTS) {
      scalar.responses(v, at, width, rows, responses, sums);
      return;
    }
    for (int strip = 1; strip < width - 1; strip += OF_SHORTS) {
      int x = Math.min(strip, width - 1 - OF_SHORTS);
      int i = at + x;
      // Rows are loaded anew each time: a vector handed on from row to row would be put in memory.
      var response = ShortVector.zero(SHORTS);
      var sum = ShortVector.zero(SHORTS);
      for (int y = 0; y < rows; y++, i += width) {
        var here = shorts(v, i);
        var middle = shorts(v, i - width).add(shorts(v, i + width)).sub(here).sub(here);
        var around = bend(v, i - 1, width).add(bend(v, i + 1, width));
        response = response.add(around.sub(middle).sub(middle).abs());
        sum = sum.add(here);
      }
      response.intoArray(responses, x);
      sum.intoArray(sums, x);
    }
  }

  /// The second difference down the column.
  private static ShortVector bend(byte[] v, int i, int width) {
    var here = shorts(v, i);
    return shorts(v, i - width).add(shorts(v, i + width)).sub(here).sub(here);
  }

  @Override
  public void addSteps(byte[] v, int at, int count, int stride, int[] sums) {
    int k = 0;
    while (k + OF_BYTES <= count) {
      int end = Math.min(count / OF_BYTES * OF_BYTES, k + CHUNK);
      addChunk(v, at + k, at + end, stride, sums);
      k = end;
    }
    scalar.addSteps(v, at + k, count - k, stride, sums); // vectors are whole numbers of phases
  }

  private static void addChunk(byte[] v, int from, int to, int stride, int[] sums) {
    var even = ShortVector.zero(SHORTS);
    var odd = ShortVector.zero(SHORTS);
    for (int i = from; i < to; ) {
      int end = Math.min(to, i + FLUSH * OF_BYTES);
      var flushed = ByteVector.zero(BYTES);
      for (; i < end; i += OF_BYTES) {
        flushed = flushed.add(steps(v, i, stride));
      }
      var pairs = flushed.reinterpretAsShorts();
      even = even.add(pairs.and((short) 0xff));
      odd = odd.add(pairs.lanewise(VectorOperators.LSHR, 8));
    }
    var lanes = new short[2 * OF_SHORTS];
    even.intoArray(lanes, 0);
    odd.intoArray(lanes, OF_SHORTS);
    for (int lane = 0; lane < OF_SHORTS; lane++) {
      sums[2 * lane % PHASES] += lanes[lane];
      sums[2 * lane % PHASES + 1] += lanes[lane + OF_SHORTS];
    }
  }

  /// `min(CAP, max(0, 2 here - before - after))` without leaving 8 bits: the step's lead over the
  /// one before, plus that over the one after, minus what it lacks of either.
  private static ByteVector steps(byte[] v, int i, int stride) {
    var first = ByteVector.fromArray(BYTES, v, i - 2 * stride);
    var second = ByteVector.fromArray(BYTES, v, i - stride);
    var third = ByteVector.fromArray(BYTES, v, i);
    var fourth = ByteVector.fromArray(BYTES, v, i + stride);
    var before = distance(first, second);
    var here = distance(second, third);
    var after = distance(third, fourth);
    var lead = over(here, before).lanewise(VectorOperators.SUADD, over(here, after));
    var lack = over(before, here).lanewise(VectorOperators.SUADD, over(after, here));
    return over(lead, lack).lanewise(VectorOperators.UMIN, (byte) Blockiness.CAP);
  }

  private static ByteVector distance(ByteVector a, ByteVector b) {
    return over(a, b).or(over(b, a));
  }

  private static ByteVector over(ByteVector a, ByteVector b) {
    return a.lanewise(VectorOperators.SUSUB, b);
  }

  @Override
  public void edges(byte[] values, int lines, int length, EdgeTally found) {
    for (int line = 0; line < lines; line += OF_SHORTS) {
      edges(values, line, lines, length, found);
    }
  }

  /// As the plain loop does it, for a vector of lines.
  private static void edges(byte[] values, int line, int lines, int length, EdgeTally found) {
    var runs = new short[2 * OF_SHORTS * length]; // heights and steepest steps of those that end
    var strong = new long[length];
    int ended = 0;
    var here = shorts(values, line);
    var start = shorts(values, line);
    var sign = ShortVector.zero(SHORTS);
    var steepest = ShortVector.zero(SHORTS);
    var before = ShortVector.broadcast(SHORTS, (short) 1); // the last step
    for (int i = 1; i < length; i++) {
      var next = shorts(values, i * lines + line);
      var step = next.sub(here);
      var direction = step.max((short) -1).min((short) 1);
      var level = step.or(before).eq((short) 0);
      var turned = direction.add(sign).eq((short) 0).andNot(direction.eq((short) 0));
      var ends = level.or(turned);
      var height = here.sub(start).abs();
      strong[ended] =
          ends.and(height.compare(VectorOperators.GE, (short) EdgeTally.STRONG)).toLong();
      if (strong[ended] != 0) {
        height.intoArray(runs, 2 * OF_SHORTS * ended);
        steepest.intoArray(runs, 2 * OF_SHORTS * ended + OF_SHORTS);
        ended++;
      }
      var fresh = ends.or(sign.eq((short) 0));
      sign = sign.blend(direction, fresh);
      start = start.blend(here, fresh);
      steepest = steepest.blend((short) 0, fresh).max(step.abs());
      before = step;
      here = next;
    }
    here.sub(start).abs().intoArray(runs, 2 * OF_SHORTS * ended);
    steepest.intoArray(runs, 2 * OF_SHORTS * ended + OF_SHORTS);
    strong[ended] = -1L >>> (Long.SIZE - OF_SHORTS);
    for (int i = 0; i <= ended; i++) {
      add(strong[i], runs, 2 * OF_SHORTS * i, found);
    }
  }

  private static void add(long lanes, short[] runs, int at, EdgeTally found) {
    for (long left = lanes; left != 0; left &= left - 1) {
      int lane = Long.numberOfTrailingZeros(left);
      found.add(runs[at + lane], runs[at + OF_SHORTS + lane]);
    }
  }
}
