package dev.anmok.core.quality;

/// How much fine detail a picture holds.
public final class Sharpness {
  private Sharpness() {}

  /// The population standard deviation of the Laplacian: each luma value `v(x, y)` is replaced by
  /// the signed `v(x-1, y) + v(x+1, y) + v(x, y-1) + v(x, y+1) - 4 v(x, y)`, where a neighbour
  /// outside is mirrored at the edge pixel without repeating it (`v(-1) = v(1)`, OpenCV's
  /// reflect-101; a side of 1 mirrors onto itself). The values are neither made absolute nor
  /// clipped. 0 for a flat picture, at most 1020; blurred photos lie low.
  ///
  /// Source: the "variance of the Laplacian" of Pech-Pacheco and others, ICPR 2000; OpenCV's
  /// `Laplacian` with `ksize = 1`.
  public static double laplacianStd(Luma luma) {
    int width = luma.width();
    int height = luma.height();
    var above = new int[width];
    var here = new int[width];
    var below = new int[width];
    luma.row(mirrored(-1, height), above);
    luma.row(0, here);
    long sum = 0;
    long squares = 0;
    for (int y = 0; y < height; y++) {
      luma.row(mirrored(y + 1, height), below);
      var values = laplacian(above, here, below);
      sum += sum(values);
      squares += squares(values);
      var spare = values;
      above = here;
      here = below;
      below = spare;
    }
    return Spread.std((long) width * height, sum, squares);
  }

  /// The Laplacian of a row, written over the row above it, which is no longer needed.
  private static int[] laplacian(int[] above, int[] here, int[] below) {
    int last = here.length - 1;
    for (int x = 1; x < last; x++) {
      above[x] += below[x] + here[x - 1] + here[x + 1] - 4 * here[x];
    }
    int beforeFirst = here[mirrored(-1, here.length)];
    above[0] += below[0] + 2 * beforeFirst - 4 * here[0];
    if (last > 0) {
      above[last] += below[last] + 2 * here[last - 1] - 4 * here[last];
    }
    return above;
  }

  private static int mirrored(int i, int length) {
    if (length == 1) {
      return 0;
    }
    return i < 0 ? -i : i < length ? i : 2 * length - 2 - i;
  }

  private static int sum(int[] values) {
    int sum = 0;
    for (int v : values) {
      sum += v;
    }
    return sum;
  }

  private static int squares(int[] values) {
    int sum = 0; // at most 1020 * 1020 * Luma.MAX_SIDE, which fits
    for (int v : values) {
      sum += v * v;
    }
    return sum;
  }
}
