package dev.anmok.core.quality;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// One number that bears on whether a picture is blurred, in the order in which they are kept. A
/// new one needs another [Detail#DEFINITION].
///
/// All but the two of the native resolution are measured on [Luma] of the upright picture
/// (transparency on white), reduced by area, rows first, to a longer side of at most 512 pixels; a
/// smaller picture keeps its size. At 512 a blur that a person sees at the size of a screen or a
/// phone is still some pixels wide, while noise and compression of large photos are averaged away;
/// and a threshold means the same for every camera. Neighbours outside are mirrored at the edge
/// pixel without repeating it (OpenCV's `BORDER_REFLECT_101`). Standard deviations are the
/// population's.
public enum BlurMeasure {
  /// Standard deviation of the Laplacian ([Sharpness]'s kernel, OpenCV's `ksize = 1`) as an 8-bit
  /// picture holds it: negative values become 0, those over 255 become 255. What project 002
  /// published its thresholds 3.5 and 4 for. 0..127.5.
  LAPLACIAN_STD_8BIT,
  /// Standard deviation of the Laplacian's absolute values, not clipped.
  LAPLACIAN_STD_ABS,
  /// Standard deviation of the signed Laplacian: [Sharpness#laplacianStd].
  LAPLACIAN_STD_SIGNED,
  /// Mean luma, 0..255.
  LUMA_MEAN,
  /// Standard deviation of luma, 0..127.5.
  LUMA_STD,
  /// Coefficient of variation of luma: standard deviation over mean, 0 for a black picture.
  LUMA_VARIATION,
  /// Mean of `gx² + gy²` with the 3x3 Sobel kernels (`[1 2 1]` across `[-1 0 1]`), Tenengrad.
  GRADIENT_ENERGY,
  /// Share of spectral energy at 1/8 cycle a pixel and above; see [Spectrum]. 0..1.
  SPECTRUM_ABOVE_EIGHTH,
  /// Share of spectral energy at 1/4 cycle a pixel and above.
  SPECTRUM_ABOVE_QUARTER,
  /// How unevenly energy is spread over directions, as motion blur does; see [Spectrum]. 0..1.
  SPECTRUM_ANISOTROPY,
  /// Strong edges for each pixel looked at; see [EdgeWidths]. 0..1.
  EDGE_SHARE,
  /// Mean width in pixels of the strong edges met along rows, 1 to [#NO_EDGES], which it is too if
  /// there are none.
  EDGE_WIDTH_ROWS,
  /// Mean width in pixels of the strong edges met along columns.
  EDGE_WIDTH_COLUMNS,
  /// The width that a tenth of all strong edges do not exceed.
  EDGE_WIDTH_SHARPEST,
  /// Noise in smooth parts at this scale, in luma levels: the operator and rule of [Detail]'s
  /// noise.
  NOISE_SIGMA,
  /// Share of sharp tiles; see [FocusMap]. 0..1.
  TILES_SHARP,
  /// Share of flat tiles, which show nothing that could be sharp.
  TILES_FLAT,
  /// Mean focus of the sharpest tenth of the tiles.
  TILES_TOP,
  /// Median focus of the tiles.
  TILES_MEDIAN,
  /// Mean of focus over contrast, of the tenth of the tiles that are not flat where it is greatest:
  /// sharpness that does not depend on how much contrast a subject has.
  ACUTANCE_TOP,
  /// Median of focus over contrast of the tiles that are not flat; 0 if all are.
  ACUTANCE_MEDIAN,
  /// Standard deviation of the signed Laplacian at native resolution; see [Octave].
  NATIVE_LAPLACIAN_STD,
  /// That over the same at half the resolution: about 2 for white noise, near 1 for real detail,
  /// far less for a picture that was enlarged; 0 for a flat one.
  OCTAVE_RATIO,
  /// Finest detail in the direction that lacks it most, of the whole picture, in octaves; see
  /// [DirectionalDetail]. -10..2 or so; the lower, the more blurred.
  DIRECTIONAL_WORST,
  /// The same in the direction that has most detail; far above it after motion.
  DIRECTIONAL_BEST,
  /// A quarter of the structure in the picture has no more detail in its worst direction.
  DIRECTIONAL_QUARTER,
  /// Half of the structure has no more.
  DIRECTIONAL_MEDIAN,
  /// Three quarters of the structure have no more.
  DIRECTIONAL_UPPER,
  /// All but a twentieth of the structure has no more: what is sharpest in the picture.
  DIRECTIONAL_TOP,
  /// Log-odds of blurred by a network ([BlurNet]); absent where none has looked.
  BDNET;

  /// The edge width that stands for no strong edge; wider edges count as this wide.
  public static final double NO_EDGES = 32;

  private static final Map<String, BlurMeasure> BY_CODE =
      Stream.of(values()).collect(Collectors.toMap(BlurMeasure::code, Function.identity()));

  /// The stable lower-case name.
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// The measure of a code, if there is one.
  public static Optional<BlurMeasure> parse(String code) {
    return Optional.ofNullable(BY_CODE.get(code));
  }
}
