package dev.anmok.core.quality;

import static dev.anmok.core.quality.Lanes.INTS;
import static dev.anmok.core.quality.Lanes.OF_INTS;
import static dev.anmok.core.quality.Lanes.OF_SHORTS;
import static dev.anmok.core.quality.Lanes.SHORTS;
import static dev.anmok.core.quality.Lanes.SHORTS_TO_INTS;
import static dev.anmok.core.quality.Lanes.ints;

import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.ShortVector;
import jdk.incubator.vector.VectorOperators;

/// The loops with the Vector API: a strip of columns, a vector wide, is followed down all rows with
/// its sums in registers. The last strip overlaps the one before; planes under a vector wide go
/// through the plain loops.
final class VectorPlaneKernel implements PlaneKernel {
  private static final int MAX = 255;

  private final ScalarPlaneKernel scalar = new ScalarPlaneKernel();

  @Override
  public void widen(byte[] values, int from, int count, short[] out, int to) {
    int x = 0;
    for (; x + OF_SHORTS <= count; x += OF_SHORTS) {
      Lanes.shorts(values, from + x).intoArray(out, to + x);
    }
    scalar.widen(values, from + x, count - x, out, to + x);
  }

  @Override
  public void halve(short[] v, int at, int stride, int count, short[] out, int to) {
    int x = 0;
    for (; x + OF_INTS <= count; x += OF_INTS) {
      int i = at + 2 * x;
      var columns =
          ShortVector.fromArray(SHORTS, v, i).add(ShortVector.fromArray(SHORTS, v, i + stride));
      var pairs = columns.reinterpretAsInts();
      var sums = pairs.and(0xffff).add(pairs.lanewise(VectorOperators.LSHR, Short.SIZE));
      ((ShortVector) sums.convertShape(VectorOperators.I2S, SHORTS_TO_INTS, 0))
          .intoArray(out, to + x);
    }
    scalar.halve(v, at + 2 * x, stride, count - x, out, to + x);
  }

  @Override
  public void scan(short[] v, int at, int stride, int rows, ColumnSums sums) {
    if (sums.width() < OF_INTS) {
      scalar.scan(v, at, stride, rows, sums);
      return;
    }
    for (int strip = 0; strip < sums.width(); strip += OF_INTS) {
      scanStrip(v, at, stride, rows, Math.min(strip, sums.width() - OF_INTS), sums);
    }
    tensors(v, at, stride, rows, sums);
  }

  private static void scanStrip(short[] v, int at, int stride, int rows, int x, ColumnSums sums) {
    int i = at + x;
    var luma = IntVector.zero(INTS);
    var luma2 = IntVector.zero(INTS);
    var laplacians = IntVector.zero(INTS);
    var laplacian2 = IntVector.zero(INTS);
    var positives = IntVector.zero(INTS);
    var clips = IntVector.zero(INTS);
    var clipped2 = IntVector.zero(INTS);
    var gradient2 = IntVector.zero(INTS);
    for (int y = 0; y < rows; y++, i += stride) {
      var value = ints(v, i);
      var along = ints(v, i + 1).sub(ints(v, i - 1));
      var above = ints(v, i - stride);
      var below = ints(v, i + stride);
      var down = below.sub(above);
      var falling = ints(v, i + stride + 1).sub(ints(v, i - stride - 1));
      var rising = ints(v, i + stride - 1).sub(ints(v, i - stride + 1));
      var gx = along.add(along).add(falling).sub(rising);
      var gy = down.add(down).add(falling).add(rising);
      var around = ints(v, i - 1).add(ints(v, i + 1)).add(above).add(below);
      var laplacian = around.sub(value.lanewise(VectorOperators.LSHL, 2));
      var positive = laplacian.max(0);
      var clipped = positive.min(MAX);
      luma = luma.add(value);
      luma2 = luma2.add(value.mul(value));
      laplacians = laplacians.add(laplacian);
      laplacian2 = laplacian2.add(laplacian.mul(laplacian));
      positives = positives.add(positive);
      clips = clips.add(clipped);
      clipped2 = clipped2.add(clipped.mul(clipped));
      gradient2 = gradient2.add(gx.mul(gx)).add(gy.mul(gy));
    }
    var out = sums.values();
    luma.intoArray(out, sums.at(ColumnSums.LUMA) + x);
    luma2.intoArray(out, sums.at(ColumnSums.LUMA2) + x);
    laplacians.intoArray(out, sums.at(ColumnSums.LAPLACIAN) + x);
    laplacian2.intoArray(out, sums.at(ColumnSums.LAPLACIAN2) + x);
    positives.intoArray(out, sums.at(ColumnSums.POSITIVE) + x);
    clips.intoArray(out, sums.at(ColumnSums.CLIPPED) + x);
    clipped2.intoArray(out, sums.at(ColumnSums.CLIPPED2) + x);
    gradient2.intoArray(out, sums.at(ColumnSums.GRADIENT2) + x);
  }

  @Override
  public void tensors(short[] v, int at, int stride, int rows, ColumnSums sums) {
    if (sums.width() < OF_INTS) {
      scalar.tensors(v, at, stride, rows, sums);
      return;
    }
    for (int strip = 0; strip < sums.width(); strip += OF_INTS) {
      int x = Math.min(strip, sums.width() - OF_INTS);
      int i = at + x;
      var xx = IntVector.zero(INTS);
      var xy = IntVector.zero(INTS);
      var yy = IntVector.zero(INTS);
      for (int y = 0; y < rows; y++, i += stride) {
        var along = ints(v, i + 1).sub(ints(v, i - 1));
        var down = ints(v, i + stride).sub(ints(v, i - stride));
        xx = xx.add(along.mul(along));
        xy = xy.add(along.mul(down));
        yy = yy.add(down.mul(down));
      }
      xx.intoArray(sums.values(), sums.at(ColumnSums.XX) + x);
      xy.intoArray(sums.values(), sums.at(ColumnSums.XY) + x);
      yy.intoArray(sums.values(), sums.at(ColumnSums.YY) + x);
    }
  }

  @Override
  public void laplacians(short[] v, int at, int stride, int rows, ColumnSums sums) {
    if (sums.width() < OF_INTS) {
      scalar.laplacians(v, at, stride, rows, sums);
      return;
    }
    for (int strip = 0; strip < sums.width(); strip += OF_INTS) {
      int x = Math.min(strip, sums.width() - OF_INTS);
      int i = at + x;
      var sum = IntVector.zero(INTS);
      var squares = IntVector.zero(INTS);
      for (int y = 0; y < rows; y++, i += stride) {
        var around = ints(v, i - 1).add(ints(v, i + 1));
        var all = around.add(ints(v, i - stride)).add(ints(v, i + stride));
        var laplacian = all.sub(ints(v, i).lanewise(VectorOperators.LSHL, 2));
        sum = sum.add(laplacian);
        squares = squares.add(laplacian.mul(laplacian));
      }
      sum.intoArray(sums.values(), sums.at(ColumnSums.LAPLACIAN) + x);
      squares.intoArray(sums.values(), sums.at(ColumnSums.LAPLACIAN2) + x);
    }
  }
}
