package dev.anmok.core.image;

import java.util.Locale;

/// Why a photo could not be used. Its [#code()] is what the catalog, the CLI and JSON show.
public enum Reason {
  /// There is no file at the URI.
  MISSING,
  /// The file is there but could not be read.
  UNREADABLE,
  /// The URI is not one that this run may read.
  NOT_ALLOWED,
  /// The file holds no bytes.
  EMPTY,
  /// The first bytes belong to no picture format.
  NOT_AN_IMAGE,
  /// A picture format, or a variant of one, that no decoder here reads.
  UNSUPPORTED,
  /// The picture's data contradict its format.
  CORRUPT,
  /// The picture's data end before the picture does.
  TRUNCATED,
  /// More bytes than [DecodeLimits#maxBytes()].
  TOO_MANY_BYTES,
  /// The header claims more pixels than [DecodeLimits#maxPixels()].
  TOO_MANY_PIXELS,
  /// The header claims a side longer than [DecodeLimits#maxSide()].
  TOO_LONG_SIDE;

  /// The stable lower-case name, for example `too_many_pixels`.
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// The reason with this [#code()].
  ///
  /// @throws IllegalArgumentException if there is none
  public static Reason parse(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }
}
