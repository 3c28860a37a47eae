package dev.anmok.app.sample.poster;

import dev.anmok.app.sample.Colour;
import java.util.SplittableRandom;

/// A head: where it is and whose.
///
/// @param x column of its middle in pixels
/// @param y row of its middle
/// @param size half the height of the face in pixels
/// @param turn where it looks, -1 left to 1 right
record Head(double x, double y, double size, double turn, Look look) {
  /// Whose head it is.
  ///
  /// @param jaw width of the jaw: 0.5 pointed to 0.8 broad
  /// @param longHair whether hair falls to the shoulders
  record Look(int skin, int hair, int cloth, double jaw, boolean longHair, boolean beard) {
    static Look drawn(SplittableRandom random, int cloth) {
      int[] skins = {0xf2cdb0, 0xe0b08c, 0xc8936c, 0x9a6a48, 0xecc0a0};
      int[] hairs = {0x15110f, 0x2c1d15, 0x4a2f1c, 0x8a8580, 0x6a3a1e};
      boolean longHair = random.nextBoolean();
      return new Look(
          Colour.vary(skins[random.nextInt(5)], random, 0.08),
          Colour.vary(hairs[random.nextInt(5)], random, 0.2),
          cloth,
          longHair ? 0.52 + random.nextDouble() * 0.1 : 0.58 + random.nextDouble() * 0.16,
          longHair,
          !longHair && random.nextInt(3) == 0);
    }
  }
}
