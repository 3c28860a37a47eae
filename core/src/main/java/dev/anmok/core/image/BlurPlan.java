package dev.anmok.core.image;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// Which copies are made of sharp photos, half of them blurred. What a copy is like is drawn from
/// the seed and the photo's name alone, so that neither the order nor the other photos matter.
///
/// A copy is brought to a longer side of at most 900 pixels, or, in half of the cases, to 0.5 to 1
/// times that, but not under 240 pixels. Sizes of kernels of blurred copies are log-uniform over 5
/// to 99 in a picture of 1,000 pixels, of soft ones over 1 to 99, and scale with the copy; those of
/// blurred ones are at least 3 pixels. A copy that is enlarged has no kernel and always counts as
/// blurred. Of the others what counts is the kernel's standard deviation in the direction where it
/// is largest, at a longer side of 400 pixels: from [#BLURRY_FROM] a copy is blurred, up to
/// [#CLEAR_TO] it is still clear (`soft`), kernels between are drawn again. After the blur comes
/// what camera and service do: less light (0.35 of the copies), noise (0.45), sharpening (0.3),
/// JPEG (0.7, quality 35 to 97). Of the clear copies three in ten have shallow focus.
///
/// @param seed of the drawing
/// @param copies of each photo, at least 2
public record BlurPlan(long seed, int copies) {
  /// From this spread on a copy counts as blurred, in pixels of a picture of 400.
  public static final double BLURRY_FROM = 1.4;

  /// Up to this spread a copy counts as clear.
  public static final double CLEAR_TO = 0.6;

  private static final int LONGEST = 900;
  private static final int SHORTEST = 240;

  public BlurPlan {
    if (copies < 2) {
      throw new IllegalArgumentException("copies must be >= 2, were " + copies);
    }
  }

  /// The copies of a photo: clear and blurred ones by turns.
  ///
  /// @param name of the photo
  public List<SpoiltCopy> of(String name, int width, int height) {
    var random = new Random(seed * 0x9E3779B97F4A7C15L ^ hash(name));
    var all = new ArrayList<SpoiltCopy>();
    for (int i = 0; i < copies; i++) {
      double whole = Math.min(1, (double) LONGEST / Math.max(width, height));
      double part = random.nextBoolean() ? 1 : 0.5 + random.nextDouble() / 2;
      double least = Math.min(1, (double) SHORTEST / Math.max(width, height));
      double scale = Math.max(whole * part, Math.min(whole, least));
      int w = (int) Math.max(1, Math.round(width * scale));
      int h = (int) Math.max(1, Math.round(height * scale));
      all.add(new Drawing(random, w, h).copy(i % 2 == 1));
    }
    return all;
  }

  /// FNV-1a over the characters.
  private static long hash(String text) {
    long h = 0xcbf29ce484222325L;
    for (int i = 0; i < text.length(); i++) {
      h = (h ^ text.charAt(i)) * 0x100000001b3L;
    }
    return h;
  }

  /// Draws one copy.
  private record Drawing(Random random, int width, int height) {
    private static final List<String> BLURS =
        List.of(
            "gaussian",
            "box",
            "disc",
            "disc",
            "motion",
            "shake",
            "shake",
            "low_resolution",
            "noise_smeared");

    SpoiltCopy copy(boolean blurry) {
      var steps = new ArrayList<Degradation>();
      var kind = blurry ? blur(steps) : clear(steps);
      taken(steps);
      int quality = chance(0.7) ? 35 + random.nextInt(63) : 0;
      return new SpoiltCopy(kind, blurry, width, height, steps, quality);
    }

    private String blur(List<Degradation> steps) {
      var kind = BLURS.get(random.nextInt(BLURS.size()));
      switch (kind) {
        case "low_resolution" ->
            steps.add(new Degradation.LowResolution(logUniform(2.5, 8) * least()));
        case "noise_smeared" -> {
          steps.add(new Degradation.Noisy(10 + 25 * random.nextDouble(), random.nextLong()));
          steps.add(smear("gaussian", true));
        }
        default -> steps.add(new Degradation.InLight(smear(kind, true), highlights()));
      }
      return kind;
    }

    private String clear(List<Degradation> steps) {
      if (chance(0.3)) {
        double x = 0.3 + 0.4 * random.nextDouble();
        double y = 0.3 + 0.4 * random.nextDouble();
        double radius = 0.15 + 0.25 * random.nextDouble();
        steps.add(new Degradation.Shallow(smear("disc", true), x, y, radius));
        return "shallow";
      }
      if (chance(0.2)) {
        steps.add(new Degradation.InLight(smear("gaussian", false), highlights()));
        return "soft";
      }
      return "clear";
    }

    /// A copy far smaller than 400 pixels is enlarged by a person as well: no less factor for it.
    private double least() {
      return Math.max(1, unit());
    }

    private void taken(List<Degradation> steps) {
      if (chance(0.35)) {
        steps.add(new Degradation.Darkened(0.25 + 0.75 * random.nextDouble()));
      }
      if (chance(0.45)) {
        steps.add(new Degradation.Noisy(logUniform(0.7, 9), random.nextLong()));
      }
      if (chance(0.3)) {
        int size = 5 + 2 * random.nextInt(4);
        steps.add(new Degradation.Sharpened(size, 0.3 + 1.2 * random.nextDouble()));
      }
    }

    /// A kernel that blurs, or that leaves the copy clear.
    private Smear smear(String kind, boolean blurry) {
      while (true) {
        double drawn = logUniform(blurry ? 5 : 1, 99) * Math.max(width, height) / 1000;
        int size = odd(blurry ? Math.max(3, drawn) : drawn);
        var smear =
            switch (kind) {
              case "gaussian" -> new Smear.Gaussian(size);
              case "box" -> new Smear.Box(size);
              case "disc" -> new Smear.Disc(size);
              case "motion" -> new Smear.Motion(size, 180 * random.nextDouble());
              case "shake" -> new Smear.Shake(size, random.nextLong());
              default -> throw new IllegalArgumentException("unknown kind " + kind);
            };
        double spread = smear.spread() / unit();
        if (blurry ? spread >= BLURRY_FROM : spread <= CLEAR_TO) {
          return smear;
        }
      }
    }

    private double unit() {
      return Math.max(width, height) / 400.0;
    }

    private double highlights() {
      return chance(0.5) ? 6 * random.nextDouble() : 0;
    }

    private boolean chance(double probability) {
      return random.nextDouble() < probability;
    }

    private double logUniform(double low, double high) {
      return low * StrictMath.pow(high / low, random.nextDouble());
    }

    private static int odd(double size) {
      return Math.clamp(2 * (long) (size / 2) + 1, 1, BlurKernel.MAX_SIZE);
    }
  }
}
