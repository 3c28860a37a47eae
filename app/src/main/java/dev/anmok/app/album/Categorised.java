package dev.anmok.app.album;

import java.io.IOException;
import java.util.List;

/// Which category each photo of an album belongs to.
interface Categorised {
  /// Names of the categories, in the order of the answer.
  List<String> categories();

  /// Position in [#categories()] of the category of a photo.
  ///
  /// @param index the photo's place in the stream of the album's photos, from 0
  /// @param uri where it lies
  /// @throws IOException if another photo was there when the album was sorted
  int of(int index, String uri) throws IOException;

  /// Sorts the photos of an album.
  interface Sorter {
    Categorised sort(AlbumPhotos photos) throws IOException;
  }

  /// One category for all.
  static Categorised others() {
    return new Categorised() {
      @Override
      public List<String> categories() {
        return List.of("others");
      }

      @Override
      public int of(int index, String uri) {
        return 0;
      }
    };
  }
}
