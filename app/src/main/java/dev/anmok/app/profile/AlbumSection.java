package dev.anmok.app.profile;

import java.io.IOException;
import java.nio.file.Path;

/// Reads a profile's section `album`.
final class AlbumSection {
  private AlbumSection() {}

  static Album read(YamlMap map, Path folder) throws IOException {
    var album =
        new Album(
            CategoriesSection.read(map.map("categories"), folder),
            DuplicatesSection.read(map.map("duplicates")),
            HighlightsSection.read(map.map("highlights")),
            LowQualitySection.read(map.map("low-quality")),
            BlurChoice.DEFAULT);
    map.finish();
    return album;
  }
}
