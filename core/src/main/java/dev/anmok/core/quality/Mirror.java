package dev.anmok.core.quality;

/// Positions outside a side, mirrored at the edge pixel without repeating it (OpenCV's
/// reflect-101), as often as it takes; a side of 1 mirrors onto itself.
final class Mirror {
  private Mirror() {}

  static int at(int i, int length) {
    if (i >= 0 && i < length) {
      return i;
    }
    if (length == 1) {
      return 0;
    }
    int period = 2 * (length - 1);
    int phase = Math.floorMod(i, period);
    return phase < length ? phase : period - phase;
  }
}
