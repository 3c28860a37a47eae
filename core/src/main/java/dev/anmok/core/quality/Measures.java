package dev.anmok.core.quality;

import dev.anmok.core.image.Pixels;

/// What the pixels of one photo say, measured on the picture as decoded for the encoder (upright,
/// possibly at a reduced JPEG scale) after an antialiased reduction to at most 256 pixels on the
/// longer side, so that photos of different sizes compare.
///
/// @param perceptualHash 64-bit DCT hash, of luma
/// @param lumaMean mean of Rec. 601 luma, 0..255
/// @param lumaStd standard deviation of luma, 0..127.5
/// @param laplacianStd standard deviation of the Laplacian of luma
public record Measures(long perceptualHash, double lumaMean, double lumaStd, double laplacianStd) {
  /// Names this way of measuring; a catalog that holds another measures again.
  public static final String DEFINITION = "m1-256";

  private static final int MAX_SIDE = 256;

  /// Measures a picture of any size.
  public static Measures of(Pixels in) {
    var luma = Luma.of(in, MAX_SIDE);
    return new Measures(
        PerceptualHash.of(luma), luma.mean(), luma.std(), Sharpness.laplacianStd(luma));
  }
}
