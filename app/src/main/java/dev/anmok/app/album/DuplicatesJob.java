package dev.anmok.app.album;

import java.io.IOException;

/// Finds photos that show the same. Thread-safe.
public final class DuplicatesJob {
  private final AlbumContext context;

  private DuplicatesJob(AlbumContext context) {
    this.context = context;
  }

  /// Prepares the question: encodes prompts, finds thresholds.
  public static DuplicatesJob bind(AlbumContext context) throws IOException {
    return new DuplicatesJob(context);
  }

  /// Answers it for some photos; none give an empty answer.
  public Answer answer(AlbumPhotos photos, DuplicatesOptions options) throws IOException {
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
