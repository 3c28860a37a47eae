package dev.anmok.core.quality;

import dev.anmok.core.quality.BlurVerdict.Evidence;
import java.util.List;

/// Turns a method's score into a verdict. What makes sharpness undecidable comes first: a photo too
/// dark, burnt out, or without anything that could be sharp is never called blurry. Where the
/// method needs a measure that was not taken, as of a network that is not there, the photo is
/// uncertain.
///
/// @param method what scores
/// @param limits when sharpness is not asked at all
public record BlurJudge(BlurMethod method, Limits limits) {
  /// When sharpness is not asked at all.
  ///
  /// @param darkShare a larger share of dark pixels makes a photo too dark, 0..1
  /// @param brightShare a larger share of burnt-out pixels makes it too bright where little else is
  ///   to be seen: see `edgeShare`
  /// @param flatShare with a larger share of flat tiles, and few edges, it is a flat scene
  /// @param edgeShare fewer strong edges for each pixel looked at than this are few
  public record Limits(double darkShare, double brightShare, double flatShare, double edgeShare) {
    /// First guesses, not yet measured on labels: products on white have a bright share up to 0.9.
    public static final Limits DEFAULT = new Limits(0.9, 0.95, 0.9, 0.001);
  }

  /// The verdict on a photo.
  public BlurVerdict judge(Detail detail) {
    var blur = detail.blur();
    boolean fewEdges = blur.value(BlurMeasure.EDGE_SHARE) < limits.edgeShare();
    var dark = new Evidence("dark_share", detail.darkShare(), limits.darkShare());
    if (over(dark)) {
      return new BlurVerdict.TooDark(List.of(dark));
    }
    var bright = new Evidence("bright_share", detail.brightShare(), limits.brightShare());
    if (over(bright) && fewEdges) {
      return new BlurVerdict.TooBright(List.of(bright, edges(blur)));
    }
    var flat = evidence(blur, BlurMeasure.TILES_FLAT, limits.flatShare());
    if (over(flat) && fewEdges) {
      return new BlurVerdict.FlatScene(List.of(flat, edges(blur)));
    }
    return byScore(blur);
  }

  private BlurVerdict byScore(BlurMeasures blur) {
    double score = method.score(blur);
    var band = method.band();
    if (Double.isNaN(score)) {
      return new BlurVerdict.Uncertain(missing(blur));
    }
    return switch (band.side(score)) {
      case BLURRY -> new BlurVerdict.Blurry(kind(blur), List.of(scored(score, band.blurryOver())));
      case SHARP -> new BlurVerdict.Sharp(List.of(scored(score, band.sharpUpTo())));
      case BETWEEN -> new BlurVerdict.Uncertain(List.of(scored(score, band.sharpUpTo())));
    };
  }

  /// The method's measures that were not taken, without value and limit.
  private List<Evidence> missing(BlurMeasures blur) {
    return method.inputs().stream()
        .filter(measure -> !blur.has(measure))
        .sorted()
        .map(measure -> new Evidence(measure.code(), Double.NaN, Double.NaN))
        .toList();
  }

  /// An enlarged picture lacks its finest octave at native resolution; motion leaves detail in one
  /// direction; a smeared one has noise left at the coarse scale.
  private static BlurKind kind(BlurMeasures blur) {
    double directions =
        blur.value(BlurMeasure.DIRECTIONAL_BEST) - blur.value(BlurMeasure.DIRECTIONAL_WORST);
    if (blur.value(BlurMeasure.OCTAVE_RATIO) < 0.25 && directions < 0.35) {
      return BlurKind.LOW_RESOLUTION;
    }
    if (directions > 0.35) {
      return BlurKind.MOTION;
    }
    return blur.value(BlurMeasure.NOISE_SIGMA) > 4 ? BlurKind.NOISE_SMEARED : BlurKind.DEFOCUS;
  }

  private static boolean over(Evidence evidence) {
    return evidence.value() > evidence.limit();
  }

  private Evidence scored(double score, double limit) {
    return new Evidence(method.code(), score, limit);
  }

  private Evidence edges(BlurMeasures blur) {
    return evidence(blur, BlurMeasure.EDGE_SHARE, limits.edgeShare());
  }

  private static Evidence evidence(BlurMeasures blur, BlurMeasure measure, double limit) {
    return new Evidence(measure.code(), blur.value(measure), limit);
  }
}
