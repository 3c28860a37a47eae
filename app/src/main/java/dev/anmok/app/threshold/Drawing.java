package dev.anmok.app.threshold;

import dev.anmok.core.evaluate.Strata;
import dev.anmok.core.pipeline.Catalog;
import java.io.IOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// How the present sample of a lens was drawn; the catalog remembers it beside the drawn photos.
///
/// @param number 1 for the first drawing of the lens in its space with its prompts
/// @param mark what the deltas belong to
/// @param at when
/// @param centre the threshold around which the ranges are narrow
/// @param strata the ranges of delta
/// @param sizes pictures of the workspace in each, at that time
/// @param drawn photos drawn of each
record Drawing(
    int number,
    LensMark mark,
    Instant at,
    double centre,
    Strata strata,
    List<Long> sizes,
    List<Long> drawn) {
  Drawing {
    sizes = List.copyOf(sizes);
    drawn = List.copyOf(drawn);
  }

  /// Names the drawing among those of all times.
  String version() {
    return mark.digest() + "." + number;
  }

  /// Pictures of the workspace at that time.
  long pictures() {
    return sizes.stream().mapToLong(n -> n).sum();
  }

  /// For how many pictures a drawn photo of a range stands.
  double weight(int range) {
    return (double) sizes.get(range) / drawn.get(range);
  }

  void save(Catalog catalog) throws IOException {
    catalog.set(
        key(mark),
        String.join(
            "\n",
            "" + number,
            at.toString(),
            "" + centre,
            list(strata.edges()),
            list(sizes),
            list(drawn)));
  }

  /// The present drawing for a lens, if there was one.
  static Optional<Drawing> load(Catalog catalog, LensMark mark) throws IOException {
    return catalog.setting(key(mark)).map(text -> parse(mark, text.split("\n", -1)));
  }

  /// Whether there was a drawing for a lens, in whatever space and with whatever prompts.
  static boolean any(Catalog catalog, String lens) throws IOException {
    return !catalog.settings(prefix(lens)).isEmpty();
  }

  private static Drawing parse(LensMark mark, String[] lines) {
    return new Drawing(
        Integer.parseInt(lines[0]),
        mark,
        Instant.parse(lines[1]),
        Double.parseDouble(lines[2]),
        new Strata(words(lines[3]).stream().map(Double::valueOf).toList()),
        words(lines[4]).stream().map(Long::valueOf).toList(),
        words(lines[5]).stream().map(Long::valueOf).toList());
  }

  private static List<String> words(String line) {
    return line.isEmpty() ? List.of() : Arrays.asList(line.split(" ", -1));
  }

  private static String list(List<?> values) {
    return values.stream().map(String::valueOf).collect(Collectors.joining(" "));
  }

  private static String key(LensMark mark) {
    return prefix(mark.lens()) + mark.digest();
  }

  private static String prefix(String lens) {
    return "sample/" + lens + "/";
  }
}
