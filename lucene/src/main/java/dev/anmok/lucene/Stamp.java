package dev.anmok.lucene;

import dev.anmok.core.embed.VectorSpace;
import dev.anmok.core.search.IndexDamagedException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/// What a commit says about itself: the layout of its fields, what its texts were taken apart by,
/// the space of its vectors, and the catalog state it was made from.
final class Stamp {
  static final long NEW = -1;

  private static final String LAYOUT = "layout";
  private static final String CURRENT_LAYOUT = "1";
  private static final String ANALYSIS = "analysis";
  private static final String GENERATION = "generation";
  private static final String SPACE = "space";

  private Stamp() {}

  static Map<String, String> of(VectorSpace space, Vocabulary vocabulary, long generation) {
    var data = new LinkedHashMap<String, String>();
    data.put(LAYOUT, CURRENT_LAYOUT);
    data.put(ANALYSIS, vocabulary.id());
    data.put(GENERATION, Long.toString(generation));
    data.put("encoder", space.encoder());
    data.put("weights", space.weights());
    data.put("preprocessing", space.preprocessing());
    data.put("background", space.background());
    data.put("dimension", Integer.toString(space.dimension()));
    data.put(SPACE, space.id());
    return data;
  }

  /// The catalog state in a commit's data.
  static long generation(Map<String, String> data) {
    return Long.parseLong(data.getOrDefault(GENERATION, Long.toString(NEW)));
  }

  /// Refuses a commit of another layout or space.
  ///
  /// @throws IndexDamagedException if only its texts were taken apart by something else
  static void check(Map<String, String> data, VectorSpace space, Vocabulary vocabulary, Path folder)
      throws IOException {
    var layout = data.getOrDefault(LAYOUT, "none");
    if (!layout.equals(CURRENT_LAYOUT)) {
      throw new IOException(
          "%s: expected an index of layout %s, found %s; rebuild it from the catalog"
              .formatted(folder, CURRENT_LAYOUT, layout));
    }
    var expected = of(space, vocabulary, NEW);
    for (var part : expected.entrySet()) {
      var found = data.getOrDefault(part.getKey(), "none");
      boolean fixed = !part.getKey().equals(GENERATION) && !part.getKey().equals(ANALYSIS);
      if (fixed && !found.equals(part.getValue())) {
        throw new IOException(
            "%s holds vectors of %s, not of %s (%s differs); rebuild the index from the catalog"
                .formatted(folder, data.get(SPACE), space.id(), part.getKey()));
      }
    }
    var analysis = data.getOrDefault(ANALYSIS, "none");
    if (!analysis.equals(vocabulary.id())) {
      throw new IndexDamagedException(
          "%s: its words were indexed as %s, not as %s; rebuild it from the catalog"
              .formatted(folder, analysis, vocabulary.id()));
    }
  }
}
