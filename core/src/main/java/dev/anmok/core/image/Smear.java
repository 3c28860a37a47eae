package dev.anmok.core.image;

/// A blur by one kernel for the whole picture. Applied as it is, it works on the 8-bit values, as
/// filters of image libraries do; [Degradation.InLight] does what happens before a sensor.
public sealed interface Smear extends Degradation {
  /// The standard deviation of the kernel in the direction where it is largest, in pixels.
  default double spread() {
    return Blurring.row(this).spread();
  }

  @Override
  default Pixels apply(Pixels in) {
    return Blurring.by(this, in);
  }

  /// [Blurring#gaussian].
  ///
  /// @param size side of the kernel, odd, 1 to [BlurKernel#MAX_SIZE]
  record Gaussian(int size) implements Smear {}

  /// [BlurKernel#box].
  ///
  /// @param size side of the kernel, odd, 1 to [BlurKernel#MAX_SIZE]
  record Box(int size) implements Smear {}

  /// A lens out of focus, [BlurKernel#disc].
  ///
  /// @param size diameter, odd, 1 to [BlurKernel#MAX_SIZE]
  record Disc(int size) implements Smear {}

  /// A hand that moved evenly, [BlurKernel#motion].
  ///
  /// @param size length, odd, 1 to [BlurKernel#MAX_SIZE]
  /// @param degrees direction, anticlockwise from the right
  record Motion(int size, double degrees) implements Smear {}

  /// A hand that shook, [BlurKernel#shake].
  ///
  /// @param size length of the path, odd, 1 to [BlurKernel#MAX_SIZE]
  /// @param seed of the path
  record Shake(int size, long seed) implements Smear {}
}
