package dev.anmok.app.workspace;

import dev.anmok.core.embed.VectorSpace;
import dev.anmok.core.pipeline.Catalog;
import java.io.IOException;
import java.util.Optional;

/// How the decisions in a catalog were made; remembered so that a report can say it.
///
/// @param profile name of the profile
/// @param method the way to choose
/// @param threshold limit on the delta
/// @param keep photos for each item
/// @param require distinct photos above the threshold that an item needed
/// @param space id of the space whose vectors were judged; empty where it was not remembered yet
public record CuratedWith(
    String profile, String method, double threshold, int keep, int require, String space) {
  private static final String SETTING = "curated.with";

  /// Whether the decisions were made by vectors of a space, as far as is known.
  public boolean in(VectorSpace other) {
    return space.isEmpty() || space.equals(other.id());
  }

  /// Remembers it in the catalog.
  public void save(Catalog catalog) throws IOException {
    catalog.set(
        SETTING,
        String.join("\t", profile, method, "" + threshold, "" + keep, "" + require, space));
  }

  /// What was remembered; empty before the first curation.
  public static Optional<CuratedWith> load(Catalog catalog) throws IOException {
    return catalog
        .setting(SETTING)
        .map(text -> text.split("\t", -1))
        .map(part ->
            new CuratedWith(
                part[0],
                part[1],
                Double.parseDouble(part[2]),
                Integer.parseInt(part[3]),
                Integer.parseInt(part[4]),
                part.length > 5 ? part[5] : ""));
  }
}
