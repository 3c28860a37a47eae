package dev.anmok.app.album;

import dev.anmok.core.score.Category;
import java.io.IOException;
import java.util.ArrayList;
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

  /// By the answer to the album's question for categories.
  static Categorised of(List<String> named, CategoriesAnswer answer) {
    var names = new ArrayList<>(named);
    names.add(Category.OTHERS);
    return new Categorised() {
      @Override
      public List<String> categories() {
        return List.copyOf(names);
      }

      @Override
      public int of(int index, String uri) throws IOException {
        if (index >= answer.size() || !answer.uri(index).equals(uri)) {
          throw new IOException(uri + ": the album changed while it was looked at; ask again");
        }
        return names.indexOf(answer.decision(index).category());
      }
    };
  }
}
