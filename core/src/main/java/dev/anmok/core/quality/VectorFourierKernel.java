package dev.anmok.core.quality;

import static dev.anmok.core.quality.Lanes.FLOATS;
import static dev.anmok.core.quality.Lanes.OF_INTS;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorOperators;

/// The loops with the Vector API, a vector of neighbours in a row at a time; a row is a whole
/// number of vectors.
final class VectorFourierKernel implements FourierKernel {
  private static final int SIDE = Fourier.SIDE;

  @Override
  public void window(byte[] values, int at, int stride, float[] window, float[] out) {
    var sums = IntVector.zero(Lanes.INTS);
    for (int y = 0; y < SIDE; y++) {
      for (int x = 0; x < SIDE; x += OF_INTS) {
        sums = sums.add(Lanes.ints(values, at + y * stride + x));
      }
    }
    float mean = (float) sums.reduceLanes(VectorOperators.ADD) / (SIDE * SIDE);
    for (int y = 0; y < SIDE; y++) {
      for (int x = 0; x < SIDE; x += OF_INTS) {
        var value = Lanes.ints(values, at + y * stride + x);
        ((FloatVector) value.convertShape(VectorOperators.I2F, FLOATS, 0))
            .sub(mean)
            .mul(window[y])
            .mul(FloatVector.fromArray(FLOATS, window, x))
            .intoArray(out, y * SIDE + x);
      }
    }
  }

  @Override
  public void pass(float[] real, float[] imaginary, int quarter) {
    for (int k = 0; k < quarter; k++) {
      int turn = k * (SIDE / 4 / quarter);
      for (int row = k; row < SIDE; row += 4 * quarter) {
        butterflies(real, imaginary, row * SIDE, quarter * SIDE, turn);
      }
    }
  }

  private static void butterflies(float[] real, float[] imaginary, int row, int apart, int turn) {
    float cos = Fourier.cos(turn);
    float sin = Fourier.sin(turn);
    float cos2 = Fourier.cos(2 * turn);
    float sin2 = Fourier.sin(2 * turn);
    float cos3 = Fourier.cos(3 * turn);
    float sin3 = Fourier.sin(3 * turn);
    for (int a = row; a < row + SIDE; a += OF_INTS) {
      int b = a + apart;
      int c = b + apart;
      int d = c + apart;
      var ar = FloatVector.fromArray(FLOATS, real, a);
      var ai = FloatVector.fromArray(FLOATS, imaginary, a);
      var r = FloatVector.fromArray(FLOATS, real, b);
      var i = FloatVector.fromArray(FLOATS, imaginary, b);
      var br = r.mul(cos).sub(i.mul(sin));
      var bi = r.mul(sin).add(i.mul(cos));
      r = FloatVector.fromArray(FLOATS, real, c);
      i = FloatVector.fromArray(FLOATS, imaginary, c);
      var cr = r.mul(cos2).sub(i.mul(sin2));
      var ci = r.mul(sin2).add(i.mul(cos2));
      r = FloatVector.fromArray(FLOATS, real, d);
      i = FloatVector.fromArray(FLOATS, imaginary, d);
      var dr = r.mul(cos3).sub(i.mul(sin3));
      var di = r.mul(sin3).add(i.mul(cos3));
      var plusR = ar.add(cr);
      var plusI = ai.add(ci);
      var minusR = ar.sub(cr);
      var minusI = ai.sub(ci);
      var oddR = br.add(dr);
      var oddI = bi.add(di);
      var turnedR = bi.sub(di); // -i (b - d)
      var turnedI = dr.sub(br);
      plusR.add(oddR).intoArray(real, a);
      plusI.add(oddI).intoArray(imaginary, a);
      minusR.add(turnedR).intoArray(real, b);
      minusI.add(turnedI).intoArray(imaginary, b);
      plusR.sub(oddR).intoArray(real, c);
      plusI.sub(oddI).intoArray(imaginary, c);
      minusR.sub(turnedR).intoArray(real, d);
      minusI.sub(turnedI).intoArray(imaginary, d);
    }
  }

  @Override
  public void addPower(float[] real, float[] imaginary, float[] power) {
    for (int i = 0; i < power.length; i += OF_INTS) {
      var r = FloatVector.fromArray(FLOATS, real, i);
      var j = FloatVector.fromArray(FLOATS, imaginary, i);
      FloatVector.fromArray(FLOATS, power, i).add(r.mul(r).add(j.mul(j))).intoArray(power, i);
    }
  }
}
