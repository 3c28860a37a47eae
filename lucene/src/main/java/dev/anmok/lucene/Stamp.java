package dev.anmok.lucene;

import dev.anmok.core.embed.VectorSpace;
import dev.anmok.core.filter.Schema;
import dev.anmok.core.search.IndexDamagedException;
import dev.anmok.words.Vocabulary;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/// What a commit says about itself: the layout of its fields, the fields to filter by, what its
/// texts were taken apart by, the space of its vectors, and the catalog state it was made from.
final class Stamp {
  static final long NEW = -1;

  private static final String LAYOUT = "layout";
  private static final String CURRENT_LAYOUT = "4";
  private static final String SCHEMA = "schema";
  private static final String ANALYSIS = "analysis";
  private static final String GENERATION = "generation";
  private static final String SPACE = "space";

  private static final Set<String> NOT_SPACE = Set.of(LAYOUT, SCHEMA, ANALYSIS, GENERATION);

  private Stamp() {}

  static Map<String, String> of(
      VectorSpace space, Schema schema, Vocabulary vocabulary, long generation) {
    var data = new LinkedHashMap<String, String>();
    data.put(LAYOUT, CURRENT_LAYOUT);
    data.put(SCHEMA, schema.toString());
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

  /// Refuses a commit of another space, layout or schema.
  ///
  /// @throws IndexDamagedException if only the layout, the schema or the analysis differs, so that
  ///   the index can be built again in its place
  /// @throws IOException if the space differs
  static void check(
      Map<String, String> data,
      VectorSpace space,
      Schema schema,
      Vocabulary vocabulary,
      Path folder)
      throws IOException {
    var expected = of(space, schema, vocabulary, NEW);
    for (var part : expected.entrySet()) {
      var found = data.getOrDefault(part.getKey(), "none");
      boolean ofSpace = !NOT_SPACE.contains(part.getKey());
      if (ofSpace && !found.equals(part.getValue())) {
        throw new IOException(
            "%s holds vectors of %s, not of %s (%s differs); rebuild the index from the catalog"
                .formatted(folder, data.get(SPACE), space.id(), part.getKey()));
      }
    }
    check(data, LAYOUT, CURRENT_LAYOUT, folder);
    check(data, SCHEMA, schema.toString(), folder);
    check(data, ANALYSIS, vocabulary.id(), folder);
  }

  private static void check(Map<String, String> data, String part, String expected, Path folder)
      throws IndexDamagedException {
    var found = data.getOrDefault(part, "none");
    if (!found.equals(expected)) {
      throw new IndexDamagedException(
          "%s: expected an index of %s '%s', found '%s'; rebuild it from the catalog"
              .formatted(folder, part, expected, found));
    }
  }
}
