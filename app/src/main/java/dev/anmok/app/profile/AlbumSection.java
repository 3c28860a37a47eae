package dev.anmok.app.profile;

import java.io.IOException;

/// Reads a profile's section `album`.
final class AlbumSection {
  private AlbumSection() {}

  static Album read(YamlMap map) throws IOException {
    var album =
        new Album(
            CategoriesSection.read(map.map("categories")),
            DuplicatesSection.read(map.map("duplicates")),
            HighlightsSection.read(map.map("highlights")),
            LowQualitySection.read(map.map("low-quality")));
    map.finish();
    return album;
  }
}
