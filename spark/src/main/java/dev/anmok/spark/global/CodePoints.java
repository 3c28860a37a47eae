package dev.anmok.spark.global;

import java.io.Serializable;
import java.util.Arrays;
import java.util.Comparator;

/// The order of texts in the catalog: by code points.
final class CodePoints implements Comparator<String>, Serializable {
  private static final long serialVersionUID = 1;

  @Override
  public int compare(String a, String b) {
    return Arrays.compare(a.codePoints().toArray(), b.codePoints().toArray());
  }
}
