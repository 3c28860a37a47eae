package dev.anmok.core.image;

/// The pictures of `training/reference/resize_reference.py`: smooth ramps chequered with noise.
public final class FormulaPicture {
  private FormulaPicture() {}

  public static Pixels of(int width, int height) {
    var rgb = new byte[3 * width * height];
    int i = 0;
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        for (int c = 0; c < 3; c++) {
          int smooth = x * 7 + y * 13 + c * 85;
          int rough = (x * x * 3 + y * y * 5 + x * y * (c + 1) * 7 + c * 31) >> 2;
          rgb[i++] = (byte) (((x / 5 + y / 3) & 1) == 1 ? rough : smooth);
        }
      }
    }
    return Pixels.wrap(width, height, rgb);
  }

  /// A picture of one colour.
  public static Pixels plain(int width, int height, int colour) {
    var rgb = new byte[3 * width * height];
    for (int i = 0; i < rgb.length; i += 3) {
      rgb[i] = (byte) (colour >> 16);
      rgb[i + 1] = (byte) (colour >> 8);
      rgb[i + 2] = (byte) colour;
    }
    return Pixels.wrap(width, height, rgb);
  }
}
