package dev.anmok.core.image;

import java.util.Random;

/// A way to spoil a sharp picture, for training and for testing what finds blur. Each is defined to
/// the last value, so that a set can be made again. The picture keeps its size.
public sealed interface Degradation {
  /// The spoilt picture.
  Pixels apply(Pixels in);

  /// [Blurring#gaussian].
  ///
  /// @param size side of the kernel, odd, 1 to [BlurKernel#MAX_SIZE]
  record Gaussian(int size) implements Degradation {
    @Override
    public Pixels apply(Pixels in) {
      return Blurring.gaussian(size, in);
    }
  }

  /// [BlurKernel#box].
  ///
  /// @param size side of the kernel, odd, 1 to [BlurKernel#MAX_SIZE]
  record Box(int size) implements Degradation {
    @Override
    public Pixels apply(Pixels in) {
      return Blurring.by(BlurKernel.box(size), in);
    }
  }

  /// A lens out of focus, [BlurKernel#disc].
  ///
  /// @param size diameter, odd, 1 to [BlurKernel#MAX_SIZE]
  record Disc(int size) implements Degradation {
    @Override
    public Pixels apply(Pixels in) {
      return Blurring.by(BlurKernel.disc(size), in);
    }
  }

  /// A hand that shook, [BlurKernel#motion].
  ///
  /// @param size length, odd, 1 to [BlurKernel#MAX_SIZE]
  /// @param degrees direction, anticlockwise from the right
  record Motion(int size, double degrees) implements Degradation {
    @Override
    public Pixels apply(Pixels in) {
      return Blurring.by(BlurKernel.motion(size, degrees), in);
    }
  }

  /// A small picture enlarged: each side is divided by a factor, rounded half up, at least 1, by
  /// area ([Filter#BOX]), then brought back ([Filter#BICUBIC]).
  ///
  /// @param factor over 1
  record LowResolution(double factor) implements Degradation {
    public LowResolution {
      if (!(factor > 1)) {
        throw new IllegalArgumentException("factor must be > 1, was " + factor);
      }
    }

    @Override
    public Pixels apply(Pixels in) {
      int width = (int) Math.max(1, Math.round(in.width() / factor));
      int height = (int) Math.max(1, Math.round(in.height() / factor));
      return Resize.to(
          Resize.to(in, width, height, Filter.BOX), in.width(), in.height(), Filter.BICUBIC);
    }
  }

  /// Too little light: each value times a gain, rounded half up. Not a blur.
  ///
  /// @param gain 0..1
  record Darkened(double gain) implements Degradation {
    public Darkened {
      if (!(gain >= 0 && gain <= 1)) {
        throw new IllegalArgumentException("gain must be 0..1, was " + gain);
      }
    }

    @Override
    public Pixels apply(Pixels in) {
      var dark = new byte[in.rgb().length];
      for (int i = 0; i < dark.length; i++) {
        dark[i] = (byte) (int) ((in.rgb()[i] & 0xff) * gain + 0.5);
      }
      return Pixels.wrap(in.width(), in.height(), dark);
    }
  }

  /// A noisy picture whose camera wiped the noise away with the detail: to each value one of `new
  /// Random(seed).nextGaussian()` times `sigma` is added, in the order of the bytes, rounded half
  /// up and clipped; then [Blurring#gaussian].
  ///
  /// @param sigma standard deviation of the noise in levels, 0 or more
  /// @param size side of the kernel, odd, 1 to [BlurKernel#MAX_SIZE]
  /// @param seed of the noise
  record NoiseSmeared(double sigma, int size, long seed) implements Degradation {
    @Override
    public Pixels apply(Pixels in) {
      var random = new Random(seed);
      var noisy = new byte[in.rgb().length];
      for (int i = 0; i < noisy.length; i++) {
        long value = Math.round((in.rgb()[i] & 0xff) + sigma * random.nextGaussian());
        noisy[i] = (byte) Math.clamp(value, 0, 255);
      }
      return Blurring.gaussian(size, Pixels.wrap(in.width(), in.height(), noisy));
    }
  }
}
