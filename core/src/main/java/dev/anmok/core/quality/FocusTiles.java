package dev.anmok.core.quality;

import dev.anmok.core.image.Pixels;
import java.util.ArrayList;
import java.util.List;

/// Where a picture is sharp, tile by tile, for people to see; verdicts rest on [BlurMeasure].
///
/// The luma, reduced by area to a longer side of at most 512 pixels, is cut into tiles of about 32
/// pixels: `(side + 16) / 32` along each side, rounded down, at least 1, so 16x12 for a large
/// picture of 4:3.
///
/// @param across tiles in a row, 1 to 16
/// @param down rows of tiles, 1 to 16
/// @param tiles row by row from the top left
record FocusTiles(int across, int down, List<Tile> tiles) {
  static final int SCALE = BlurMeasures.SCALE;

  private static final int SIDE = 32;
  private static final int MIN_SIDE = 8;
  private static final double FLAT = 5;
  private static final double NOISE = 1.2;
  private static final double ROUND = 0.1;
  private static final double SOFTEST = -2;
  private static final double SHARPEST = -0.5;

  /// What one tile shows.
  ///
  /// @param focus standard deviation of the Laplacian that noise does not explain, as [FocusMap]
  ///   has it; 0 or more
  /// @param contrast standard deviation of luma that noise does not explain, `sqrt(max(0, s² - 1.2
  ///   n²))` with the noise sigma `n`, which is found a little too low; 0 to 127.5
  /// @param flat whether there is nothing that could be sharp: a contrast under 5, or a picture
  ///   with a side under 8
  /// @param sharpness how fine the detail is, whatever the contrast: from 0, a ramp of four pixels
  ///   or more, over 2/3, a step between two pairs of columns, to 1; 0 where flat. With
  ///   [DirectionalDetail]'s tensors of levels 0 and 1, less `0.6 n²` and `0.15 n²` on their
  ///   diagonals, which are then at least 0, and more a twentieth of their own traces, so that a
  ///   straight edge is judged by itself, it is `clamp((worst + 2) / 1.5, 0, 1)`
  public record Tile(double focus, double contrast, boolean flat, double sharpness) {}

  public FocusTiles {
    tiles = List.copyOf(tiles);
    if (across < 1 || down < 1 || tiles.size() != across * down) {
      throw new IllegalArgumentException(
          "tiles must be %d x %d, were %d".formatted(across, down, tiles.size()));
    }
  }

  /// The tiles of an upright picture.
  public static FocusTiles of(Pixels in) {
    return of(Luma.whole(in).atMost(SCALE));
  }

  static FocusTiles of(Luma luma) {
    int across = count(luma.width());
    int down = count(luma.height());
    double noise = Noise.sigma(luma);
    var plane = Plane.of(luma);
    var fine = LumaScan.of(plane, across, down).tiles();
    boolean small = Math.min(luma.width(), luma.height()) < MIN_SIDE;
    var coarse = small ? fine : LumaScan.tensors(plane.half(), across, down).tiles();
    var tiles = new ArrayList<Tile>();
    for (int i = 0; i < fine.size(); i++) {
      double contrast = beyond(fine.get(i).lumaStd(), NOISE * noise * noise);
      boolean flat = small || contrast < FLAT;
      double sharpness =
          flat ? 0 : sharpness(fine.get(i).tensor(1), coarse.get(i).tensor(4), noise);
      tiles.add(new Tile(FocusMap.focus(fine.get(i), noise), contrast, flat, sharpness));
    }
    return new FocusTiles(across, down, tiles);
  }

  private static int count(int side) {
    return Math.max(1, (side + SIDE / 2) / SIDE);
  }

  private static double beyond(double std, double variance) {
    return Math.sqrt(Math.max(0, std * std - variance));
  }

  private static double sharpness(Tensor fine, Tensor coarse, double noise) {
    double variance = NOISE * noise * noise; // a difference of neighbours two apart, halved: half
    double octaves = rounded(fine, variance / 2).against(rounded(coarse, variance / 8), false);
    return Math.clamp((octaves - SOFTEST) / (SHARPEST - SOFTEST), 0, 1);
  }

  private static Tensor rounded(Tensor tensor, double noise) {
    double xx = Math.max(0, tensor.xx() - noise);
    double yy = Math.max(0, tensor.yy() - noise);
    double more = ROUND * (xx + yy) / 2;
    return new Tensor(xx + more, tensor.xy(), yy + more);
  }

  /// The tile at a place, counted from the top left.
  public Tile at(int column, int row) {
    return tiles.get(row * across + column);
  }
}
