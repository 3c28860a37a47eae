package dev.anmok.opensearch;

import dev.anmok.core.embed.VectorSpace;
import dev.anmok.core.filter.Schema;
import dev.anmok.core.search.IndexDamagedException;
import dev.anmok.words.Vocabulary;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// What an index says about itself in its mapping: the layout of its fields, the fields to filter
/// by, how its texts were taken apart, the space of its vectors, and the catalog state it was
/// brought to.
///
/// @param facts all but the last two, by name
/// @param generation the catalog state at the last commit; -1 for a new index
/// @param writers openings for writing that were counted here, before [Openings] counted them; 0
///   for an index made since
record IndexStamp(Map<String, String> facts, long generation, long writers) {
  static final long NEW = -1;

  private static final String LAYOUT = "layout";
  private static final String CURRENT_LAYOUT = "1";
  private static final String SCHEMA = "schema";
  private static final String ANALYSIS = "analysis";
  private static final String SPACE = "space";
  private static final String GENERATION = "generation";
  private static final String WRITERS = "writers";

  IndexStamp {
    facts = Map.copyOf(facts);
  }

  /// The stamp of a new index.
  static IndexStamp of(VectorSpace space, Schema schema, Vocabulary vocabulary) {
    var facts = new LinkedHashMap<String, String>();
    facts.put(LAYOUT, CURRENT_LAYOUT);
    facts.put(SCHEMA, schema.toString());
    facts.put(ANALYSIS, vocabulary.id());
    facts.put(SPACE, space.id());
    facts.put("encoder", space.encoder());
    facts.put("weights", space.weights());
    facts.put("preprocessing", space.preprocessing());
    facts.put("background", space.background());
    facts.put("dimension", Integer.toString(space.dimension()));
    return new IndexStamp(facts, NEW, 0);
  }

  /// Reads the mapping of an index.
  ///
  /// @param name of the index, with its cluster
  /// @throws IOException if the index was made by another program
  static IndexStamp read(JsonNode mapping, String name) throws IOException {
    var meta = mapping.path("_meta");
    var facts = new LinkedHashMap<String, String>();
    for (var fact : meta.properties()) {
      facts.put(fact.getKey(), fact.getValue().asString(""));
    }
    if (!facts.containsKey(LAYOUT) || !facts.containsKey(SPACE)) {
      throw new IOException(
          name + ": expected an index of photos, found another program's; choose another alias");
    }
    facts.remove(GENERATION);
    facts.remove(WRITERS);
    return new IndexStamp(facts, meta.path(GENERATION).asLong(NEW), meta.path(WRITERS).asLong(0));
  }

  IndexStamp at(long other) {
    return new IndexStamp(facts, other, writers);
  }

  /// What stands under `_meta`.
  ObjectNode meta() {
    var meta = Json.object();
    facts.forEach(meta::put);
    return meta.put(GENERATION, generation).put(WRITERS, writers);
  }

  /// Refuses an index of another space, layout or schema.
  ///
  /// @param name of the index, with its cluster
  /// @throws IndexDamagedException if only the layout, the schema or the analysis differs, so that
  ///   the index can be built again in its place
  /// @throws IOException if the space differs
  void check(VectorSpace space, Schema schema, Vocabulary vocabulary, String name)
      throws IOException {
    var expected = of(space, schema, vocabulary).facts;
    for (var part : expected.entrySet()) {
      var found = facts.getOrDefault(part.getKey(), "none");
      if (!found.equals(part.getValue()) && isOfSpace(part.getKey())) {
        throw new IOException(
            "%s holds vectors of %s, not of %s (%s differs); rebuild the index from the catalog"
                .formatted(name, facts.get(SPACE), space.id(), part.getKey()));
      }
    }
    for (var part : new String[] {LAYOUT, SCHEMA, ANALYSIS}) {
      var found = facts.getOrDefault(part, "none");
      var right = expected.getOrDefault(part, "none");
      if (!found.equals(right)) {
        throw new IndexDamagedException(
            "%s: expected an index of %s '%s', found '%s'; rebuild it from the catalog"
                .formatted(name, part, right, found));
      }
    }
  }

  private static boolean isOfSpace(String part) {
    return switch (part) {
      case LAYOUT, SCHEMA, ANALYSIS -> false;
      default -> true;
    };
  }
}
