package dev.anmok.core.image;

/// How a picture of any shape becomes a square.
public sealed interface Fit {
  /// Stretched to the square, whatever its shape was.
  record Squash() implements Fit {}

  /// The shorter side is resized to the square's side and the longer to `floor(side * long /
  /// short)` (torchvision and Hugging Face agree on this), then the middle is cut out from
  /// `floor((long - side) / 2)`, which is Hugging Face's rounding; torchvision rounds half to even
  /// there, so that its crop may start one pixel later.
  record CentreCrop() implements Fit {}

  /// The longer side is resized to the square's side and the shorter to `rint(short / long *
  /// side)`, at least 1; the rest is filled on both sides, starting at `rint(rest / 2)`, where
  /// `rint` rounds half to even. This is Pillow's `ImageOps.pad`.
  ///
  /// @param background the colour of the bars, `0xRRGGBB`
  record Letterbox(int background) implements Fit {
    public Letterbox {
      if (background < 0 || background > 0xffffff) {
        throw new IllegalArgumentException(
            "background must be 0..0xffffff, was " + Integer.toHexString(background));
      }
    }
  }
}
