package dev.anmok.core.quality;

/// The Vector API, an incubator module that a JVM may run without.
final class VectorModule {
  private VectorModule() {}

  /// Whether it is there and its vectors are of 256 or 512 bits; narrower ones gain nothing.
  static boolean pays() {
    boolean present = ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent();
    return present && (Lanes.OF_INTS == 8 || Lanes.OF_INTS == 16);
  }
}
