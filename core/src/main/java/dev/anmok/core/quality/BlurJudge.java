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
  private static final double UNEVEN = 0.13; // octaves
  private static final double EMPTY_OCTAVE = 0.42;
  private static final double HARDLY_SOFT = -1.6; // octaves
  private static final double NOISY = 4; // levels

  /// When sharpness is not asked at all.
  ///
  /// @param darkShare a larger share of dark pixels makes a photo too dark, 0..1
  /// @param brightShare a larger share of burnt-out pixels makes it too bright where little else is
  ///   to be seen: see `edgeShare`
  /// @param flatShare with a larger share of flat tiles, and few edges, it is a flat scene
  /// @param edgeShare fewer strong edges for each pixel looked at than this are few
  public record Limits(double darkShare, double brightShare, double flatShare, double edgeShare) {
    /// Chosen on the `tune` half of `training/blur/labels.csv`: 260 sharp, 9 blurry, 17 flat and 1
    /// too dark photo, and darkened and brightened copies of 42 of the sharp ones, saved as JPEG of
    /// quality 85. None of the sharp and blurry photos exceeds any limit.
    ///
    /// - Dark: the largest share of a sharp photo is 0.49, of a flat one 0.52; the dark photo and
    ///   all 84 copies at a tenth of the light or less are over 0.75, 28 of 42 at 0.15, none at
    ///   0.25.
    /// - Bright: two products on white are over 0.7 (0.82 at most), with edge shares over 0.022; of
    ///   42 copies at eight times the light 9 are caught, at five times 4, since most still show
    ///   edges.
    /// - Flat: 11 of the 17 flat photos are caught. The nearest sharp ones have a flat share of
    ///   0.34 (edge share 0.012) and an edge share of 0.016 (flat share 0.39). A strong blur makes
    ///   a plain subject flat too: 21 of 336 blurred copies.
    public static final Limits DEFAULT = new Limits(0.75, 0.9, 0.37, 0.015);
  }

  /// Whether a photo has every measure that the method looks at.
  public boolean measured(Detail detail) {
    return method.inputs().stream().allMatch(detail.blur()::has);
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
      case BETWEEN ->
          new BlurVerdict.Uncertain(
              List.of(scored(score, band.sharpUpTo()), scored(score, band.blurryOver())));
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

  /// Motion leaves detail in one direction; a small picture enlarged lacks the finest octave though
  /// it is hardly soft; what is noisy at the common scale had its detail wiped away. What these
  /// rules find is told in `docs/blur.md`.
  private static BlurKind kind(BlurMeasures blur) {
    double worst = blur.value(BlurMeasure.DIRECTIONAL_WORST);
    if (blur.value(BlurMeasure.DIRECTIONAL_BEST) - worst > UNEVEN) {
      return BlurKind.MOTION;
    }
    if (blur.value(BlurMeasure.OCTAVE_RATIO) < EMPTY_OCTAVE && worst > HARDLY_SOFT) {
      return BlurKind.LOW_RESOLUTION;
    }
    return blur.value(BlurMeasure.NOISE_SIGMA) > NOISY ? BlurKind.NOISE_SMEARED : BlurKind.DEFOCUS;
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
