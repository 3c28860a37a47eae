package dev.anmok.app.source;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// A query with what it should find.
///
/// @param line where it stands in its file, from 1
/// @param text the words, empty if there are none
/// @param image path of the query photo, if there is one
/// @param language of the words, for example `ko`; `photo` where there are none
/// @param part which part of a divided file it belongs to, empty if the file is not divided
/// @param relevant grade of each right answer by item id, URI, or beginning of item ids with a `*`
///   after it; none if nothing fits
public record LabelledQuery(
    long line,
    String text,
    Optional<String> image,
    String language,
    String part,
    Map<String, Double> relevant) {
  public LabelledQuery {
    relevant = Collections.unmodifiableMap(new LinkedHashMap<>(relevant));
  }
}
