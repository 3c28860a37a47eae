package dev.anmok.app.profile;

import dev.anmok.core.score.CategorySet;
import java.io.IOException;
import java.util.List;

/// Reads an album's section `categories`.
final class CategoriesSection {
  private CategoriesSection() {}

  static CategorySet read(YamlMap map) throws IOException {
    map.finish();
    return new CategorySet(List.of(), List.of());
  }
}
