package dev.anmok.app.blur;

import dev.anmok.core.image.Filter;
import dev.anmok.core.image.Pixels;
import dev.anmok.core.image.Resize;

/// Pictures of where a photo is in focus.
public final class HeatMaps {
  /// Longer side of a heat map at most, in pixels.
  public static final int SIDE = 512;

  private HeatMaps() {}

  /// The heat map of an upright picture at full size.
  public static Pixels of(Pixels picture) {
    // SHELL: the picture itself, until core has a heat map
    int longer = Math.max(picture.width(), picture.height());
    if (longer <= SIDE) {
      return picture;
    }
    int width = Math.max(1, Math.round((float) SIDE * picture.width() / longer));
    int height = Math.max(1, Math.round((float) SIDE * picture.height() / longer));
    return Resize.to(picture, width, height, Filter.BOX);
  }
}
