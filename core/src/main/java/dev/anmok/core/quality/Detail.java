package dev.anmok.core.quality;

import dev.anmok.core.image.Pixels;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What only the picture at its native resolution tells: what an encoder that sees a few hundred
/// pixels cannot. Luma is [Luma]'s, taken of every pixel at full size.
///
/// @param pixels digest of size and pixels, 64 hexadecimal digits ([PixelDigest]): equal for files
///   that show the same pixels
/// @param sharpness [Sharpness#laplacianStd] of the luma brought to a longer side of 512 pixels, by
///   area ([Filter#BOX]) if it is larger and linearly ([Filter#BILINEAR]) if it is smaller, rows
///   first, the shorter side rounded half up and at least 1, in single precision; 0 to 1020, the
///   larger the sharper. One scale for all makes copies of different size comparable: what an
///   enlarged one lacks shows
/// @param noiseSigma standard deviation of the noise in smooth parts, in luma levels ([Noise])
/// @param blockiness how strongly the 8x8 JPEG grid stands out, 0 to under 1 ([Blockiness]); 0
///   where there is none
/// @param darkShare share of pixels too dark to show anything, 0..1: of luma under 26, a tenth of
///   the range
/// @param brightShare share of pixels burnt out, 0..1: of luma 250 or more
/// @param blur what tells a blurred picture from a clear one
public record Detail(
    String pixels,
    double sharpness,
    double noiseSigma,
    double blockiness,
    double darkShare,
    double brightShare,
    BlurMeasures blur) {
  /// Names this way of measuring; a catalog that holds another measures again.
  public static final String DEFINITION = "d2";

  private static final int SCALE = BlurMeasures.SCALE;
  private static final int DARK = 26;
  private static final int BRIGHT = 250;

  /// Without blur measures: all of them 0.
  public Detail(
      String pixels,
      double sharpness,
      double noiseSigma,
      double blockiness,
      double darkShare,
      double brightShare) {
    this(
        pixels,
        sharpness,
        noiseSigma,
        blockiness,
        darkShare,
        brightShare,
        BlurMeasures.of(Map.of()));
  }

  /// The numbers but [#blur()]'s by their stable names, in a fixed order.
  public Map<String, Double> named() {
    var named = new LinkedHashMap<String, Double>();
    named.put("sharpness", sharpness);
    named.put("noise_sigma", noiseSigma);
    named.put("blockiness", blockiness);
    named.put("dark_share", darkShare);
    named.put("bright_share", brightShare);
    return named;
  }

  /// The same with what a network says of the picture.
  ///
  /// @param picture the one that was measured
  public Detail with(BlurNet net, Pixels picture) {
    return new Detail(
        pixels,
        sharpness,
        noiseSigma,
        blockiness,
        darkShare,
        brightShare,
        blur.withNet(net.logOdds(picture)));
  }

  /// Measures a picture, and lets a network look at it where there is one.
  ///
  /// @param netOrNull null to go without
  public static Detail of(Pixels in, @Nullable BlurNet netOrNull) {
    var detail = of(in);
    return netOrNull == null ? detail : detail.with(netOrNull, in);
  }

  /// Measures an upright picture decoded at full size; holds two bytes for each of its pixels.
  public static Detail of(Pixels in) {
    var luma = Luma.whole(in);
    double count = (double) in.width() * in.height();
    var blur = BlurMeasures.of(luma);
    boolean small = Math.max(in.width(), in.height()) < SCALE;
    return new Detail(
        PixelDigest.of(in),
        small
            ? Sharpness.laplacianStd(luma.scaledTo(SCALE))
            : blur.value(BlurMeasure.LAPLACIAN_STD_SIGNED),
        Noise.sigma(luma),
        Blockiness.of(luma),
        luma.countUnder(DARK) / count,
        (count - luma.countUnder(BRIGHT)) / count,
        blur);
  }
}
