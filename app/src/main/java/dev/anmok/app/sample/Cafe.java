package dev.anmok.app.sample;

/// An invented cafe.
///
/// @param mix what its folder holds
record Cafe(String name, Mix mix, CafeStyle style) {
  /// What a cafe's folder holds, and so what should become of it.
  enum Mix {
    /// Enough good photos of its rooms.
    ROOMY,
    /// Mostly plates and cups, but just enough rooms.
    MOSTLY_FOOD,
    /// Too few good photos of its rooms among two dozen files.
    TOO_FEW_ROOMS,
    /// Fewer files than representatives are wanted.
    TOO_FEW_FILES,
    /// No file that can be read.
    BROKEN
  }
}
