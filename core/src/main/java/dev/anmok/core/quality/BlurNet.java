package dev.anmok.core.quality;

import dev.anmok.core.image.Pixels;

/// A network that says of a picture whether it is blurred. Implementations are thread-safe. Another
/// network needs another [Detail#DEFINITION], so that photos are looked at again.
public interface BlurNet {
  /// The natural logarithm of the odds that an upright picture, decoded at full size, is blurred.
  double logOdds(Pixels picture);
}
