package dev.anmok.core.filter;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// A metadata field that can be filtered by.
///
/// @param name how filters call it: letters, digits, `_` and `-`, a letter first; none of the words
///   of the filter language ([#RESERVED])
/// @param type what it holds
public record Field(String name, FieldType type) {
  /// Words that mean something else in a filter.
  public static final Set<String> RESERVED = Set.of("and", "has", "not", "or");

  private static final Pattern NAME = Pattern.compile("\\p{L}[\\p{L}\\p{M}\\p{N}_-]*");

  public Field {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException(
          "a field's name must be letters, digits, _ and -, a letter first; was '" + name + "'");
    }
    if (RESERVED.contains(name.toLowerCase(Locale.ROOT))) {
      throw new IllegalArgumentException(
          "a field cannot be called '" + name + "': filters use that word; choose another name");
    }
  }
}
