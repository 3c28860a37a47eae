package dev.anmok.core.image;

import java.util.Random;

/// A way to spoil a sharp picture, for training and for testing what finds blur. Each is defined to
/// the last value, so that a set can be made again. The picture keeps its size. What JPEG does is a
/// [Recompression].
public sealed interface Degradation
    permits Smear,
        Degradation.InLight,
        Degradation.Shallow,
        Degradation.LowResolution,
        Degradation.Darkened,
        Degradation.Noisy,
        Degradation.Sharpened {
  /// The spoilt picture.
  Pixels apply(Pixels in);

  /// A blur before the sensor: laid on linear light (the power 2.2 of the values), in which
  /// burnt-out highlights are brighter than white, so that they stay white and grow.
  ///
  /// @param smear the blur
  /// @param highlights how many times brighter than white the brightest are, beyond the first; 0 or
  ///   more
  record InLight(Smear smear, double highlights) implements Degradation {
    public InLight {
      if (!(highlights >= 0)) {
        throw new IllegalArgumentException("highlights must be >= 0, were " + highlights);
      }
    }

    @Override
    public Pixels apply(Pixels in) {
      return Blurring.inLight(smear, highlights, in);
    }
  }

  /// Sharp inside an ellipse, out of focus around it, as who photographs means it: not a blur of
  /// what the photo shows. Between the ellipse and one of 1.3 times its size the two are mixed
  /// evenly.
  ///
  /// @param around blurs the surroundings, in linear light
  /// @param x middle of the ellipse, 0..1 of the width
  /// @param y middle, 0..1 of the height
  /// @param radius half its width and height, of those of the picture
  record Shallow(Smear around, double x, double y, double radius) implements Degradation {
    private static final double EDGE = 0.3;

    public Shallow {
      if (!(radius > 0)) {
        throw new IllegalArgumentException("radius must be > 0, was " + radius);
      }
    }

    @Override
    public Pixels apply(Pixels in) {
      var soft = Blurring.inLight(around, 0, in).rgb();
      var mixed = new byte[soft.length];
      for (int i = 0; i < mixed.length; i++) {
        int column = i / 3 % in.width();
        int row = i / 3 / in.width();
        double dx = ((column + 0.5) / in.width() - x) / radius;
        double dy = ((row + 0.5) / in.height() - y) / radius;
        double share = Math.clamp((Math.sqrt(dx * dx + dy * dy) - 1) / EDGE, 0, 1);
        mixed[i] =
            (byte) (int) ((in.rgb()[i] & 0xff) * (1 - share) + (soft[i] & 0xff) * share + 0.5);
      }
      return Pixels.wrap(in.width(), in.height(), mixed);
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

  /// A noisy sensor: to the three values of a pixel one of `new Random(seed).nextGaussian()` times
  /// `sigma` is added, in the order of the pixels, rounded half up and clipped.
  ///
  /// @param sigma standard deviation in levels, 0 or more
  /// @param seed of the noise
  record Noisy(double sigma, long seed) implements Degradation {
    @Override
    public Pixels apply(Pixels in) {
      var random = new Random(seed);
      var noisy = new byte[in.rgb().length];
      for (int i = 0; i < noisy.length; i += 3) {
        double more = sigma * random.nextGaussian();
        for (int c = i; c < i + 3; c++) {
          noisy[c] = (byte) Math.clamp(Math.round((in.rgb()[c] & 0xff) + more), 0, 255);
        }
      }
      return Pixels.wrap(in.width(), in.height(), noisy);
    }
  }

  /// Sharpened by a camera: what a Gaussian takes away is added again, `amount` times (an unsharp
  /// mask), rounded half up and clipped.
  ///
  /// @param size side of the Gaussian, odd, 1 to [BlurKernel#MAX_SIZE]
  /// @param amount over 0
  record Sharpened(int size, double amount) implements Degradation {
    @Override
    public Pixels apply(Pixels in) {
      var soft = Blurring.gaussian(size, in).rgb();
      var crisp = new byte[soft.length];
      for (int i = 0; i < crisp.length; i++) {
        int value = in.rgb()[i] & 0xff;
        crisp[i] =
            (byte) Math.clamp(Math.round(value + amount * (value - (soft[i] & 0xff))), 0, 255);
      }
      return Pixels.wrap(in.width(), in.height(), crisp);
    }
  }
}
