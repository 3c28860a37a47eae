package dev.anmok.app.thumbnail;

import org.jspecify.annotations.Nullable;

/// A strong validator of HTTP: the same tag means the same bytes.
///
/// @param value letters, digits and hyphens
public record EntityTag(String value) {
  /// Whether a client that sends this `If-None-Match` has these bytes already, so that 304 is the
  /// answer. Source: RFC 9110, 13.1.2 (weak comparison).
  ///
  /// @param ifNoneMatch the header's value, null where there is none
  public boolean matchedBy(@Nullable String ifNoneMatch) {
    if (ifNoneMatch == null) {
      return false;
    }
    for (var part : ifNoneMatch.split(",", -1)) {
      var tag = part.strip();
      if (tag.equals("*") || (tag.startsWith("W/") ? tag.substring(2) : tag).equals(toString())) {
        return true;
      }
    }
    return false;
  }

  /// As the header `ETag` carries it, in quotation marks.
  @Override
  public String toString() {
    return '"' + value + '"';
  }
}
