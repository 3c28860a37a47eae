package dev.anmok.app.api;

import dev.anmok.app.http.Problem;
import dev.anmok.app.workspace.Library;
import dev.anmok.core.pipeline.ItemPhotos;
import dev.anmok.core.pipeline.PlacedPhoto;
import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;

/// Looks up what a client named.
final class Photos {
  private static final Pattern SHA_256 = Pattern.compile("[0-9a-f]{64}");

  private Photos() {}

  /// The places of a photo, at least one.
  ///
  /// @throws Problem 404 if there is no such photo, 400 if the id is none
  static List<PlacedPhoto> places(Library library, String id) throws IOException {
    if (!SHA_256.matcher(id).matches()) {
      throw Problem.badRequest(
          "a photo's id is its SHA-256 in 64 lower-case hexadecimal digits, was '" + id + "'");
    }
    var places = library.catalog().places(id, library.space());
    if (places.isEmpty()) {
      throw Problem.notFound("there is no photo " + id);
    }
    return places;
  }

  /// An item with its photos.
  ///
  /// @throws Problem 404 if there is none
  static ItemPhotos item(Library library, String id) throws IOException {
    return library
        .catalog()
        .item(id, library.space())
        .orElseThrow(() -> Problem.notFound("there is no item '" + id + "'"));
  }
}
