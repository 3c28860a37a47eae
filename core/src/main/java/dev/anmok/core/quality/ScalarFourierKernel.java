package dev.anmok.core.quality;

/// Plain loops.
final class ScalarFourierKernel implements FourierKernel {
  private static final int SIDE = Fourier.SIDE;

  @Override
  public void window(byte[] values, int at, int stride, float[] window, float[] out) {
    int sum = 0;
    for (int y = 0; y < SIDE; y++) {
      for (int x = 0; x < SIDE; x++) {
        sum += values[at + y * stride + x] & 0xff;
      }
    }
    float mean = (float) sum / (SIDE * SIDE);
    for (int y = 0; y < SIDE; y++) {
      for (int x = 0; x < SIDE; x++) {
        float value = values[at + y * stride + x] & 0xff;
        out[y * SIDE + x] = (value - mean) * window[y] * window[x];
      }
    }
  }

  @Override
  public void pass(float[] real, float[] imaginary, int quarter) {
    for (int k = 0; k < quarter; k++) {
      int turn = k * (SIDE / 4 / quarter);
      for (int row = k; row < SIDE; row += 4 * quarter) {
        for (int x = row * SIDE; x < (row + 1) * SIDE; x++) {
          butterfly(real, imaginary, x, quarter * SIDE, turn);
        }
      }
    }
  }

  private static void butterfly(float[] real, float[] imaginary, int a, int apart, int turn) {
    int b = a + apart;
    int c = b + apart;
    int d = c + apart;
    float br = real[b] * Fourier.cos(turn) - imaginary[b] * Fourier.sin(turn);
    float bi = real[b] * Fourier.sin(turn) + imaginary[b] * Fourier.cos(turn);
    float cr = real[c] * Fourier.cos(2 * turn) - imaginary[c] * Fourier.sin(2 * turn);
    float ci = real[c] * Fourier.sin(2 * turn) + imaginary[c] * Fourier.cos(2 * turn);
    float dr = real[d] * Fourier.cos(3 * turn) - imaginary[d] * Fourier.sin(3 * turn);
    float di = real[d] * Fourier.sin(3 * turn) + imaginary[d] * Fourier.cos(3 * turn);
    float plusR = real[a] + cr;
    float plusI = imaginary[a] + ci;
    float minusR = real[a] - cr;
    float minusI = imaginary[a] - ci;
    float oddR = br + dr;
    float oddI = bi + di;
    float turnedR = bi - di; // -i (b - d)
    float turnedI = dr - br;
    real[a] = plusR + oddR;
    imaginary[a] = plusI + oddI;
    real[b] = minusR + turnedR;
    imaginary[b] = minusI + turnedI;
    real[c] = plusR - oddR;
    imaginary[c] = plusI - oddI;
    real[d] = minusR - turnedR;
    imaginary[d] = minusI - turnedI;
  }

  @Override
  public void addPower(float[] real, float[] imaginary, float[] power) {
    for (int i = 0; i < power.length; i++) {
      power[i] += real[i] * real[i] + imaginary[i] * imaginary[i];
    }
  }
}
