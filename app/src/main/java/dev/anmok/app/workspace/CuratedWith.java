package dev.anmok.app.workspace;

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
public record CuratedWith(String profile, String method, double threshold, int keep, int require) {
  private static final String SETTING = "curated.with";

  /// Remembers it in the catalog.
  public void save(Catalog catalog) throws IOException {
    catalog.set(
        SETTING, String.join("\t", profile, method, "" + threshold, "" + keep, "" + require));
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
                Integer.parseInt(part[4])));
  }
}
