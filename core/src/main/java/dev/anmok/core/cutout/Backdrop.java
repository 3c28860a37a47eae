package dev.anmok.core.cutout;

import dev.anmok.core.image.Pixels;
import java.util.Locale;

/// The colour that stands behind a cut-out.
///
/// @param red 0 to 255
/// @param green 0 to 255
/// @param blue 0 to 255
public record Backdrop(int red, int green, int blue) {
  /// What most shops show their products on.
  public static final Backdrop WHITE = new Backdrop(255, 255, 255);

  public Backdrop {
    if (Math.min(red, Math.min(green, blue)) < 0 || Math.max(red, Math.max(green, blue)) > 255) {
      throw new IllegalArgumentException(
          "a colour's parts must be 0..255, were %d, %d, %d".formatted(red, green, blue));
    }
  }

  /// Reads a colour as it is written on the web, for example `#f5f5f5`.
  ///
  /// @throws IllegalArgumentException if it is not written so
  public static Backdrop parse(String text) {
    if (!text.matches("#[0-9A-Fa-f]{6}")) {
      throw new IllegalArgumentException(
          "a colour is # and six hexadecimal digits, for example #ffffff, was " + text);
    }
    int rgb = Integer.parseInt(text.substring(1), 16);
    return new Backdrop(rgb >> 16, rgb >> 8 & 0xff, rgb & 0xff);
  }

  /// As [#parse] reads it, in lower case.
  public String code() {
    return String.format(Locale.ROOT, "#%02x%02x%02x", red, green, blue);
  }

  /// The photo's subject on this colour: `alpha * photo + (1 - alpha) * backdrop` for each channel,
  /// rounded half up.
  ///
  /// @throws IllegalArgumentException if the mask is of another size than the photo
  public Pixels behind(Pixels photo, Mask mask) {
    mask.requireSizeOf(photo);
    var rgb = photo.rgb().clone();
    var alpha = mask.alpha();
    int[] colour = {red, green, blue};
    for (int i = 0; i < alpha.length; i++) {
      int a = alpha[i] & 0xff;
      if (a < 255) {
        for (int c = 0; c < 3; c++) {
          int at = 3 * i + c;
          rgb[at] = (byte) (((rgb[at] & 0xff) * a + colour[c] * (255 - a) + 127) / 255);
        }
      }
    }
    return Pixels.wrap(photo.width(), photo.height(), rgb);
  }
}
