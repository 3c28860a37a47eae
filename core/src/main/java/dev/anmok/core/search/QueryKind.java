package dev.anmok.core.search;

/// What a query's vector was made of. Cosines between words and photos and cosines between photos
/// lie on different scales, so each kind is judged by its own constants.
public enum QueryKind {
  /// Words alone.
  WORDS,
  /// One photo or several.
  PHOTO,
  /// Words and photos together.
  BOTH;

  /// Its name in files, for example `words`.
  public String code() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }
}
