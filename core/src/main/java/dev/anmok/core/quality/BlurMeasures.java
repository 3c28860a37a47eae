package dev.anmok.core.quality;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;

/// The values of every [BlurMeasure] of one picture, in the measures' order, in single precision: a
/// text of nine digits gives each back exactly. Immutable.
@SuppressWarnings("EnumOrdinal") // where a value lies in memory; texts carry the names
public final class BlurMeasures {
  static final int SCALE = 512;
  private static final BlurMeasure[] NAMES = BlurMeasure.values();

  private final float[] values;

  private BlurMeasures(float[] values) {
    this.values = values;
  }

  /// The measures of these values, rounded to single precision; those not named are 0, but
  /// [BlurMeasure#BDNET] is absent.
  ///
  /// @throws IllegalArgumentException if a value is not finite
  public static BlurMeasures of(Map<BlurMeasure, Double> values) {
    var all = new float[NAMES.length];
    all[BlurMeasure.BDNET.ordinal()] = Float.NaN;
    values.forEach((measure, value) -> {
      all[measure.ordinal()] = (float) (double) value;
      if (!Float.isFinite(all[measure.ordinal()])) {
        throw new IllegalArgumentException(measure.code() + " must be finite, was " + value);
      }
    });
    return new BlurMeasures(all);
  }

  /// Measures a picture by its luma at native resolution.
  static BlurMeasures of(Luma whole) {
    var luma = whole.atMost(SCALE);
    double noise = Noise.sigma(luma);
    var plane = Plane.of(luma);
    var scan = LumaScan.of(plane, FocusMap.GRID, FocusMap.GRID);
    var sums = scan.whole();
    var focus = FocusMap.of(scan, noise);
    var spectrum = new Spectrum(luma);
    var edges = new EdgeWidths(luma);
    var octave = new Octave(whole);
    var directional = new DirectionalDetail(plane, scan);
    double mean = sums.lumaMean();
    var values = new EnumMap<BlurMeasure, Double>(BlurMeasure.class);
    values.put(BlurMeasure.LAPLACIAN_STD_8BIT, sums.clippedLaplacianStd());
    values.put(BlurMeasure.LAPLACIAN_STD_ABS, sums.absoluteLaplacianStd());
    values.put(BlurMeasure.LAPLACIAN_STD_SIGNED, sums.laplacianStd());
    values.put(BlurMeasure.LUMA_MEAN, mean);
    values.put(BlurMeasure.LUMA_STD, sums.lumaStd());
    values.put(BlurMeasure.LUMA_VARIATION, mean == 0 ? 0 : sums.lumaStd() / mean);
    values.put(BlurMeasure.GRADIENT_ENERGY, sums.gradientEnergy());
    values.put(BlurMeasure.SPECTRUM_ABOVE_EIGHTH, spectrum.aboveEighth());
    values.put(BlurMeasure.SPECTRUM_ABOVE_QUARTER, spectrum.aboveQuarter());
    values.put(BlurMeasure.SPECTRUM_ANISOTROPY, spectrum.anisotropy());
    values.put(BlurMeasure.EDGE_SHARE, edges.share());
    values.put(BlurMeasure.EDGE_WIDTH_ROWS, edges.rows());
    values.put(BlurMeasure.EDGE_WIDTH_COLUMNS, edges.columns());
    values.put(BlurMeasure.EDGE_WIDTH_SHARPEST, edges.sharpestTenth());
    values.put(BlurMeasure.NOISE_SIGMA, noise);
    values.put(BlurMeasure.TILES_SHARP, focus.sharpShare());
    values.put(BlurMeasure.TILES_FLAT, focus.flatShare());
    values.put(BlurMeasure.TILES_TOP, focus.topFocus());
    values.put(BlurMeasure.TILES_MEDIAN, focus.medianFocus());
    values.put(BlurMeasure.ACUTANCE_TOP, focus.topAcutance());
    values.put(BlurMeasure.ACUTANCE_MEDIAN, focus.medianAcutance());
    values.put(BlurMeasure.NATIVE_LAPLACIAN_STD, octave.nativeStd());
    values.put(BlurMeasure.OCTAVE_RATIO, octave.ratio());
    values.put(BlurMeasure.DIRECTIONAL_WORST, directional.wholeWorst());
    values.put(BlurMeasure.DIRECTIONAL_BEST, directional.wholeBest());
    values.put(BlurMeasure.DIRECTIONAL_QUARTER, directional.worst(0.25));
    values.put(BlurMeasure.DIRECTIONAL_MEDIAN, directional.worst(0.5));
    values.put(BlurMeasure.DIRECTIONAL_UPPER, directional.worst(0.75));
    values.put(BlurMeasure.DIRECTIONAL_TOP, directional.worst(0.95));
    return of(values);
  }

  /// The same with what a network says.
  ///
  /// @throws IllegalArgumentException if it is not finite
  BlurMeasures withNet(double logOdds) {
    if (!Double.isFinite(logOdds)) {
      throw new IllegalArgumentException("log-odds must be finite, were " + logOdds);
    }
    var all = values.clone();
    all[BlurMeasure.BDNET.ordinal()] = (float) logOdds;
    return new BlurMeasures(all);
  }

  /// Whether a measure was taken.
  public boolean has(BlurMeasure measure) {
    return !Float.isNaN(values[measure.ordinal()]);
  }

  /// One value; NaN if it is absent.
  public double value(BlurMeasure measure) {
    return values[measure.ordinal()];
  }

  /// All values that are there by [BlurMeasure#code()], in the measures' order.
  public Map<String, Double> values() {
    var named = new LinkedHashMap<String, Double>();
    for (var measure : NAMES) {
      if (has(measure)) {
        named.put(measure.code(), value(measure));
      }
    }
    return Collections.unmodifiableMap(named);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof BlurMeasures that && Arrays.equals(values, that.values);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(values);
  }

  @Override
  public String toString() {
    return values().toString();
  }
}
