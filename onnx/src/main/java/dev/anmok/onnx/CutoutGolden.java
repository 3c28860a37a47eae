package dev.anmok.onnx;

import dev.anmok.core.image.Pixels;
import java.io.IOException;
import java.util.Locale;

/// What a cut-out model must answer: for a drawn disc, the means of its mask over [#GRID] by
/// [#GRID] fields, row by row, each within [#TOLERANCE].
///
/// @param where the file and its pack, for messages
/// @param means 0..1
@SuppressWarnings("ArrayRecordComponent") // parsed, checked against and dropped, never compared
record CutoutGolden(String where, double[] means) {
  static final int GRID = 8;
  static final double TOLERANCE = 0.02;

  /// The picture: a disc of a quarter of the side about the middle.
  static final String RULE = "disc 200 120 60 on 90";

  static CutoutGolden parse(String where, byte[] json) throws IOException {
    var top = PackJson.parse(where, json);
    top.only("rule", "means");
    if (!top.text("rule").equals(RULE)) {
      throw top.wrong("rule", "'" + RULE + "'");
    }
    return new CutoutGolden(where, top.numbers("means", GRID * GRID));
  }

  /// Runs a model of which no mask is known.
  ///
  /// @param where the pack, for messages
  /// @throws IOException if it gives none
  static void tryOut(String where, OnnxSegmenter segmenter) throws IOException {
    try {
      segmenter.mask(disc(segmenter.inputSide()));
    } catch (IllegalStateException e) {
      throw new IOException(
          where + ": gives no mask: " + String.valueOf(e.getMessage()).replaceAll("\\s+", " "), e);
    }
  }

  void check(OnnxSegmenter segmenter) throws IOException {
    int side = segmenter.inputSide();
    var mask = segmenter.mask(disc(side));
    for (int i = 0; i < means.length; i++) {
      double found = mean(mask.alpha(), side, i / GRID, i % GRID);
      if (!(Math.abs(found - means[i]) <= TOLERANCE)) {
        throw new IOException(
            String.format(
                Locale.ROOT,
                "%s: field %d of the mask of '%s' must be %.3f, is %.3f",
                where,
                i,
                RULE,
                means[i],
                found));
      }
    }
  }

  private static double mean(byte[] alpha, int side, int row, int column) {
    long sum = 0;
    int count = 0;
    for (int y = row * side / GRID; y < (row + 1) * side / GRID; y++) {
      for (int x = column * side / GRID; x < (column + 1) * side / GRID; x++) {
        sum += alpha[y * side + x] & 0xff;
        count++;
      }
    }
    return sum / (255.0 * count);
  }

  /// The disc's pixels are those whose middle is nearer than a quarter of the side.
  static Pixels disc(int side) {
    var rgb = new byte[3 * side * side];
    for (int i = 0; i < side * side; i++) {
      int row = i / side;
      double x = i % side + 0.5 - side / 2.0;
      double y = row + 0.5 - side / 2.0;
      boolean inside = x * x + y * y < side * side / 16.0;
      rgb[3 * i] = (byte) (inside ? 200 : 90);
      rgb[3 * i + 1] = (byte) (inside ? 120 : 90);
      rgb[3 * i + 2] = (byte) (inside ? 60 : 90);
    }
    return Pixels.wrap(side, side, rgb);
  }
}
