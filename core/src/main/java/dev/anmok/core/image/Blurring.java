package dev.anmok.core.image;

/// Blurs a picture by a [BlurKernel], each channel apart. Outside the picture it is mirrored at the
/// edge pixel without repeating it (OpenCV's reflect-101, as often as needed). On the 8-bit values
/// the result is rounded to the nearest value, at most one off OpenCV's `filter2D`, `blur` and
/// `GaussianBlur`. Thread-safe.
///
/// It takes a time proportional to the pixels times the kernel's runs, that is to its side, and
/// holds a float for every pixel and channel.
public final class Blurring {
  private Blurring() {}

  /// The picture smeared, on the 8-bit values as they are.
  public static Pixels by(Smear smear, Pixels in) {
    return Pixels.wrap(in.width(), in.height(), smeared(smear, Planes.of(in)).rounded());
  }

  /// The picture smeared by a Gaussian, rows and columns apart.
  ///
  /// @param size side of the kernel, odd, 1 to [BlurKernel#MAX_SIZE]; the standard deviation is
  ///   `0.3 ((size - 1) / 2 - 1) + 0.8`, as OpenCV chooses it but for its tables of small kernels
  public static Pixels gaussian(int size, Pixels in) {
    return by(new Smear.Gaussian(size), in);
  }

  /// The picture smeared in linear light: see [Degradation.InLight].
  static Pixels inLight(Smear smear, double highlights, Pixels in) {
    var light = smeared(smear, Planes.light(in, highlights));
    return Pixels.wrap(in.width(), in.height(), light.encoded());
  }

  private static Planes smeared(Smear smear, Planes in) {
    var row = row(smear);
    return smear instanceof Smear.Gaussian
        ? in.filtered(row).filtered(row.transposed())
        : in.filtered(row);
  }

  /// The kernel; of a Gaussian its row.
  static BlurKernel row(Smear smear) {
    return switch (smear) {
      case Smear.Gaussian(int size) ->
          BlurKernel.gaussianRow(size, 0.3 * ((size - 1) / 2.0 - 1) + 0.8);
      case Smear.Box(int size) -> BlurKernel.box(size);
      case Smear.Disc(int size) -> BlurKernel.disc(size);
      case Smear.Motion(int size, double degrees) -> BlurKernel.motion(size, degrees);
      case Smear.Shake(int size, long seed) -> BlurKernel.shake(size, seed);
    };
  }
}
