package dev.anmok.core.image;

/// Blurs a picture by a [BlurKernel], each channel apart, on the 8-bit values as they are. Outside
/// the picture it is mirrored at the edge pixel without repeating it (OpenCV's reflect-101, as
/// often as needed). The result is rounded to the nearest value, at most one off OpenCV's
/// `filter2D`, `blur` and `GaussianBlur`. Thread-safe.
///
/// It takes a time proportional to the pixels times the kernel's runs, that is to its side, and
/// holds a float for every pixel and channel.
public final class Blurring {
  private Blurring() {}

  /// The picture smeared by a kernel.
  public static Pixels by(BlurKernel kernel, Pixels in) {
    return rounded(in, Planes.of(in).filtered(kernel));
  }

  /// The picture smeared by a Gaussian, rows and columns apart.
  ///
  /// @param size side of the kernel, odd, 1 to [BlurKernel#MAX_SIZE]; the standard deviation is
  ///   `0.3 ((size - 1) / 2 - 1) + 0.8`, as OpenCV chooses it but for its tables of small kernels
  public static Pixels gaussian(int size, Pixels in) {
    var row = BlurKernel.gaussianRow(size, 0.3 * ((size - 1) / 2.0 - 1) + 0.8);
    return rounded(in, Planes.of(in).filtered(row).filtered(row.transposed()));
  }

  private static Pixels rounded(Pixels in, Planes planes) {
    return Pixels.wrap(in.width(), in.height(), planes.rounded());
  }
}
