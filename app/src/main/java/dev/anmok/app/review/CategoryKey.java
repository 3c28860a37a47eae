package dev.anmok.app.review;

import dev.anmok.core.pipeline.Photo;
import dev.anmok.core.pipeline.Review;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/// The code that a category is stored under when people say it: its name where that is a word of
/// lower-case letters, digits and `_`, else `c-` and the first 12 hexadecimal digits of the name's
/// SHA-256. It depends on the name alone, so it stays when prompts or the order change.
final class CategoryKey {
  private static final Pattern WORD = Pattern.compile("[a-z][a-z0-9_]{0,31}");
  private static final int DIGITS = 12;

  private CategoryKey() {}

  static String of(String name) {
    return WORD.matcher(name).matches() && !name.equals(Review.SKIP)
        ? name
        : "c-" + Photo.digest(name.getBytes(StandardCharsets.UTF_8)).substring(0, DIGITS);
  }
}
