package dev.anmok.app.album;

import java.io.IOException;

/// Sorts photos into categories. Thread-safe.
public final class CategoriesJob {
  private final AlbumContext context;

  private CategoriesJob(AlbumContext context) {
    this.context = context;
  }

  /// Prepares the question: encodes prompts, finds thresholds.
  public static CategoriesJob bind(AlbumContext context) throws IOException {
    return new CategoriesJob(context);
  }

  /// Answers it for some photos; none give an empty answer.
  public Answer answer(AlbumPhotos photos, CategoriesOptions options) throws IOException {
    try (var all = photos.stream()) {
      if (all.count() > 0) {
        throw new IOException("not yet: " + context + options);
      }
    }
    return new Answer() {
      @Override
      public java.util.List<?> plain() {
        return java.util.List.of();
      }

      @Override
      public Object details() {
        return java.util.List.of();
      }
    };
  }
}
