package dev.anmok.parquet;

import dev.anmok.core.embed.VectorSpace;
import dev.anmok.core.quality.Detail;
import dev.anmok.core.quality.Measures;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// What all rows of a file have in common; it stands in the file's own metadata.
///
/// @param space of the embeddings
/// @param profile name of the profile whose lenses scored
public record PhotoTable(VectorSpace space, String profile) {
  static final String FORM = "anmok.table";
  private static final String VERSION = "photo-1";
  private static final String PREFIX = "anmok.";

  /// As a file keeps it. Vectors and measures mean nothing without the definitions they were made
  /// under, so these are kept with them.
  Map<String, String> metadata() {
    var metadata = new TreeMap<String, String>(); // one order, so that equal tables are equal bytes
    metadata.put(FORM, VERSION);
    metadata.put(PREFIX + "space.encoder", space.encoder());
    metadata.put(PREFIX + "space.weights", space.weights());
    metadata.put(PREFIX + "space.preprocessing", space.preprocessing());
    metadata.put(PREFIX + "space.background", space.background());
    metadata.put(PREFIX + "space.dimension", "" + space.dimension());
    metadata.put(PREFIX + "profile", profile);
    metadata.put(PREFIX + "measures", Measures.DEFINITION);
    metadata.put(PREFIX + "detail", Detail.DEFINITION);
    return metadata;
  }

  /// Reads what [#metadata] wrote.
  ///
  /// @throws IOException if the file is another table, or one of another version
  static PhotoTable parse(Path file, Map<String, String> metadata) throws IOException {
    var form = metadata.get(FORM);
    if (!VERSION.equals(form)) {
      throw new IOException(
          file
              + ": not a table of photos with embeddings that Anmok's job wrote, but "
              + (form == null ? "a Parquet file of something else" : "one of form " + form)
              + "; expected form "
              + VERSION);
    }
    require(file, "measures", Measures.DEFINITION, metadata.get(PREFIX + "measures"));
    require(file, "details", Detail.DEFINITION, metadata.get(PREFIX + "detail"));
    try {
      return new PhotoTable(
          new VectorSpace(
              text(metadata, "space.encoder"),
              text(metadata, "space.weights"),
              text(metadata, "space.preprocessing"),
              text(metadata, "space.background"),
              Integer.parseInt(text(metadata, "space.dimension"))),
          text(metadata, "profile"));
    } catch (IllegalArgumentException e) {
      throw new IOException(file + ": damaged: " + e.getMessage(), e);
    }
  }

  private static void require(Path file, String what, String ours, @Nullable String theirs)
      throws IOException {
    if (!ours.equals(theirs)) {
      throw new IOException(
          "%s: its %s are of definition %s, this version measures by %s: run the job again with this version"
              .formatted(file, what, theirs, ours));
    }
  }

  private static String text(Map<String, String> metadata, String key) {
    var value = metadata.get(PREFIX + key);
    if (value == null) {
      throw new IllegalArgumentException("its metadata lack " + PREFIX + key);
    }
    return value;
  }
}
