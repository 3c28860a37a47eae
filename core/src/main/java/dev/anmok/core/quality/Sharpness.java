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
    int height = luma.height();
    var above = framed(luma, Mirror.at(-1, height), new int[luma.width() + 2]);
    var here = framed(luma, 0, new int[above.length]);
    var below = new int[above.length];
    long sum = 0;
    long squares = 0;
    for (int y = 0; y < height; y++) {
      framed(luma, Mirror.at(y + 1, height), below);
      int rowSum = 0;
      int rowSquares = 0; // at most 1020 * 1020 * Luma.MAX_SIDE, which fits
      for (int x = 1; x < here.length - 1; x++) {
        int value = above[x] + below[x] + here[x - 1] + here[x + 1] - 4 * here[x];
        rowSum += value;
        rowSquares += value * value;
      }
      sum += rowSum;
      squares += rowSquares;
      var spare = above;
      above = here;
      here = below;
      below = spare;
    }
    return Spread.std((long) luma.width() * height, sum, squares);
  }

  /// A row with its mirrored neighbours at both ends.
  private static int[] framed(Luma luma, int y, int[] out) {
    int width = luma.width();
    luma.row(y, out, 1);
    out[0] = out[1 + Mirror.at(-1, width)];
    out[width + 1] = out[1 + Mirror.at(width, width)];
    return out;
  }
}
