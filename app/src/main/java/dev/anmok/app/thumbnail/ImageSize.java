package dev.anmok.app.thumbnail;

/// The sizes in which photos are shown: lengths of the longer side in pixels. A smaller photo is
/// never enlarged.
public enum ImageSize {
  S64(64),
  S128(128),
  S256(256),
  S512(512),
  S1024(1024),
  S2048(2048),
  /// As large as the photo is, encoded anew.
  FULL(Integer.MAX_VALUE);

  private final int longerSide;

  ImageSize(int longerSide) {
    this.longerSide = longerSide;
  }

  /// Length of the longer side at most; [Integer#MAX_VALUE] for [#FULL].
  public int longerSide() {
    return longerSide;
  }

  /// The smallest size of at least this length, [#FULL] above 2048.
  ///
  /// @throws IllegalArgumentException if it is under 1
  public static ImageSize of(int longerSide) {
    if (longerSide < 1) {
      throw new IllegalArgumentException("size must be >= 1, was " + longerSide);
    }
    for (var size : values()) {
      if (longerSide <= size.longerSide) {
        return size;
      }
    }
    return FULL;
  }

  /// The size that people ask for: a length of the longer side, or `full`.
  ///
  /// @throws IllegalArgumentException if it is neither
  public static ImageSize parse(String text) {
    if (text.equals("full")) {
      return FULL;
    }
    if (!text.matches("[0-9]{1,9}")) {
      throw new IllegalArgumentException("size must be a number of pixels or full, was " + text);
    }
    return of(Integer.parseInt(text));
  }

  /// The stable name: `256`, `full`.
  public String code() {
    return this == FULL ? "full" : Integer.toString(longerSide);
  }
}
