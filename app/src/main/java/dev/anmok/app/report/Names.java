package dev.anmok.app.report;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// Names of tags and attributes, and growing the lists that hold them.
final class Names {
  private static final Pattern NAME = Pattern.compile("[a-zA-Z][a-zA-Z0-9-]*");

  private Names() {}

  static void check(String name) {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException("not a tag or attribute name: " + name);
    }
  }

  static <T> List<T> append(List<T> list, List<? extends T> more) {
    var all = new ArrayList<T>(list);
    all.addAll(more);
    return all;
  }

  static <T> List<T> append(List<T> list, T one) {
    return append(list, List.of(one));
  }
}
