package dev.anmok.app.album;

/// How low quality is judged.
///
/// @param faults how many criteria must fail, at least 1
public record LowQualityOptions(int faults) {
  public static final LowQualityOptions DEFAULT = new LowQualityOptions(1);

  /// Reads them.
  ///
  /// @throws IllegalArgumentException if a setting is out of range
  public static LowQualityOptions read(Parameters from) {
    return new LowQualityOptions(from.integer("faults", DEFAULT.faults(), 1, 100));
  }
}
