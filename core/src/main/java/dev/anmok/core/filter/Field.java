package dev.anmok.core.filter;

import java.util.regex.Pattern;

/// A metadata field that can be filtered by.
///
/// @param name how filters and manifests call it: letters, digits, `_` and `-`, a letter first
/// @param type what it holds
public record Field(String name, FieldType type) {
  private static final Pattern NAME = Pattern.compile("\\p{L}[\\p{L}\\p{N}_-]*");

  public Field {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException(
          "a field's name must be letters, digits, _ and -, a letter first; was '" + name + "'");
    }
  }
}
