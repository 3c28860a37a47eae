package dev.anmok.app.album;

/// Which highlights are listed.
///
/// @param limit photos of each category, at least 1
public record HighlightsOptions(int limit) {
  public static final HighlightsOptions DEFAULT = new HighlightsOptions(10);

  /// Reads them.
  ///
  /// @throws IllegalArgumentException if a setting is out of range
  public static HighlightsOptions read(Parameters from) {
    return new HighlightsOptions(from.integer("limit", DEFAULT.limit(), 1, 100_000));
  }
}
