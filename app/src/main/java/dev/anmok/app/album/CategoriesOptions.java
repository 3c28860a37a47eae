package dev.anmok.app.album;

/// How photos are sorted into categories.
///
/// @param top categories listed for each photo in the detailed form, at least 1
/// @param perPhoto whether each photo is judged for itself and not with its like
public record CategoriesOptions(int top, boolean perPhoto) {
  public static final CategoriesOptions DEFAULT = new CategoriesOptions(3, false);

  /// Reads them.
  ///
  /// @throws IllegalArgumentException if a setting is out of range
  public static CategoriesOptions read(Parameters from) {
    return new CategoriesOptions(
        from.integer("top", DEFAULT.top(), 1, 100), from.flag("per-photo", DEFAULT.perPhoto()));
  }
}
