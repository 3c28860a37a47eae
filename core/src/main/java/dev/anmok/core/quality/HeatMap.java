package dev.anmok.core.quality;

import dev.anmok.core.image.Pixels;

/// Draws [FocusTiles] over a picture: the picture in grey, soft parts in blue, sharp parts in
/// yellow, and flat parts, of which nothing can be said, grey and hatched. The scale runs through
/// grey from dark to light, so that it is read the same by those who do not tell red from green,
/// and in black and white.
///
/// Sharpness is interpolated linearly between the middles of tiles that are not flat.
public final class HeatMap {
  /// The longer side of a map at most, in pixels.
  public static final int LONGEST_SIDE = FocusTiles.SCALE;

  private static final int[] SOFT = {24, 64, 190};
  private static final int[] BETWEEN = {138, 138, 132};
  private static final int[] SHARP = {255, 226, 40};
  private static final double COVER = 0.6;
  private static final int HATCH = 10;
  private static final int HATCH_LEVELS = 48;

  private final FocusTiles tiles;
  private final Luma luma;

  private HeatMap(FocusTiles tiles, Luma luma) {
    this.tiles = tiles;
    this.luma = luma;
  }

  /// The map of an upright picture of any size, at the picture's size but at most [#LONGEST_SIDE]
  /// on the longer side.
  public static Pixels of(Pixels in) {
    var luma = Luma.whole(in).atMost(LONGEST_SIDE);
    return new HeatMap(FocusTiles.of(luma), luma).drawn();
  }

  private Pixels drawn() {
    var rgb = new byte[3 * luma.width() * luma.height()];
    for (int y = 0; y < luma.height(); y++) {
      for (int x = 0; x < luma.width(); x++) {
        draw(x, y, rgb, 3 * (y * luma.width() + x));
      }
    }
    return Pixels.wrap(luma.width(), luma.height(), rgb);
  }

  private void draw(int x, int y, byte[] rgb, int at) {
    double column = place(x, luma.width(), tiles.across());
    double row = place(y, luma.height(), tiles.down());
    double known = 0;
    double sharpness = 0;
    for (int corner = 0; corner < 4; corner++) {
      int i = (int) column + corner % 2;
      int j = (int) row + corner / 2;
      double share = Math.abs(1 - corner % 2 - column % 1) * Math.abs(1 - corner / 2 - row % 1);
      if (share > 0 && !tiles.at(i, j).flat()) {
        known += share;
        sharpness += share * tiles.at(i, j).sharpness();
      }
    }
    int grey = luma.at(x, y);
    if (known < 0.5 && (x + y) % HATCH == 0) {
      grey += grey < 128 ? HATCH_LEVELS : -HATCH_LEVELS;
    }
    double cover = COVER * known;
    for (int channel = 0; channel < 3; channel++) {
      double colour = known == 0 ? grey : colour(sharpness / known, channel);
      rgb[at + channel] = (byte) Math.round((1 - cover) * grey + cover * colour);
    }
  }

  /// Where the middle of a pixel lies between the middles of the tiles, 0 to `count - 1`.
  private static double place(int i, int side, int count) {
    return Math.clamp((i + 0.5) * count / side - 0.5, 0, count - 1);
  }

  private static double colour(double sharpness, int channel) {
    double place = 2 * Math.clamp(sharpness, 0, 1);
    return place < 1
        ? SOFT[channel] + place * (BETWEEN[channel] - SOFT[channel])
        : BETWEEN[channel] + (place - 1) * (SHARP[channel] - BETWEEN[channel]);
  }
}
