package dev.anmok.core.curate;

import dev.anmok.core.quality.Detail;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;

/// What pixels say of a photo's quality. None depends on an encoder.
public enum PixelMeasure {
  /// [Detail#sharpness()].
  SHARPNESS("sharpness", "blurred", Bound.AT_LEAST, true),
  /// [Detail#noiseSigma()].
  NOISE("noise", "noisy", Bound.AT_MOST, true),
  /// [Detail#blockiness()].
  BLOCKINESS("blockiness", "compressed", Bound.AT_MOST, true),
  /// [Detail#darkShare()].
  DARK_SHARE("dark-share", "dark", Bound.AT_MOST, true),
  /// [Detail#brightShare()].
  BRIGHT_SHARE("bright-share", "bright", Bound.AT_MOST, true),
  /// Mean luma, 0..255.
  BRIGHTNESS("brightness", "dark", Bound.AT_LEAST, false),
  /// The shorter side of the file's picture, in pixels.
  RESOLUTION("resolution", "small", Bound.AT_LEAST, false);

  private final String code;
  private final String fault;
  private final Bound bound;
  private final boolean needsDetail;

  PixelMeasure(String code, String fault, Bound bound, boolean needsDetail) {
    this.code = code;
    this.fault = fault;
    this.bound = bound;
    this.needsDetail = needsDetail;
  }

  /// The stable name in profiles and results.
  public String code() {
    return code;
  }

  /// What a photo is that fails it: `blurred`, `noisy`, `compressed`, `dark`, `bright`, `small`.
  public String fault() {
    return fault;
  }

  public Bound bound() {
    return bound;
  }

  /// Whether only a photo measured at native resolution has it.
  public boolean needsDetail() {
    return needsDetail;
  }

  /// The value for a photo; empty where it was not measured.
  public OptionalDouble of(AlbumPhoto photo) {
    return switch (this) {
      case SHARPNESS -> measured(photo, Detail::sharpness);
      case NOISE -> measured(photo, Detail::noiseSigma);
      case BLOCKINESS -> measured(photo, Detail::blockiness);
      case DARK_SHARE -> measured(photo, Detail::darkShare);
      case BRIGHT_SHARE -> measured(photo, Detail::brightShare);
      case BRIGHTNESS -> OptionalDouble.of(photo.measures().lumaMean());
      case RESOLUTION -> OptionalDouble.of(Math.min(photo.facts().width(), photo.facts().height()));
    };
  }

  private static OptionalDouble measured(AlbumPhoto photo, ToDoubleFunction<Detail> value) {
    var detail = photo.detail();
    return detail.isEmpty()
        ? OptionalDouble.empty()
        : OptionalDouble.of(value.applyAsDouble(detail.get()));
  }
}
