package dev.anmok.app.source;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Photos and what they show: a CSV file in UTF-8 with the columns `uri` (relative to the file, or
/// absolute) and `item`, and perhaps `category`.
public final class ItemPhotosFile {
  private ItemPhotosFile() {}

  /// A photo of an item.
  ///
  /// @param category empty where the file says none
  public record ItemPhoto(Path file, String item, String category) {}

  /// Reads the file, in its order.
  ///
  /// @throws IOException if there is no such file, it is not UTF-8 or not CSV, a column is missing,
  ///   or it has no rows
  public static List<ItemPhoto> read(Path file) throws IOException {
    var photos = new ArrayList<ItemPhoto>();
    CsvRows.read(
        file,
        row -> {
          var item = row.field("item").strip();
          if (item.isEmpty()) {
            throw row.problem("there is no item");
          }
          var uri = row.path(row.field("uri"));
          photos.add(new ItemPhoto(Path.of(uri), item, row.find("category").orElse("").strip()));
        });
    if (photos.isEmpty()) {
      throw new IOException(file + ": no photos in it");
    }
    return List.copyOf(photos);
  }
}
