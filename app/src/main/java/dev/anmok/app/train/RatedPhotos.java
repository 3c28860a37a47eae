package dev.anmok.app.train;

import dev.anmok.app.album.AlbumPhotos;
import dev.anmok.app.album.Appraised;
import dev.anmok.app.album.Appraiser;
import dev.anmok.app.source.ScoreFile;
import dev.anmok.core.curate.AlbumPhoto;
import dev.anmok.core.embed.VectorSpace;
import dev.anmok.core.evaluate.RidgeTrial;
import dev.anmok.core.pipeline.Catalog;
import dev.anmok.core.score.RatedVector;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Photos that people rated, with their vectors: one row for each photo, that is for each SHA-256.
/// Holds 4 bytes a value of each vector.
///
/// @param rows photos with the mean of their scores, in the file's order
/// @param missing URIs that are neither in the workspace nor on the disk
/// @param rejected one line for each file that no picture came of
/// @param copies rows that were one photo with an earlier row
public record RatedPhotos(
    List<RidgeTrial.Row> rows, List<String> missing, List<String> rejected, int copies) {
  /// Where vectors come from.
  ///
  /// @param catalogOrNull the workspace; null if there is none
  /// @param space which vectors
  /// @param appraiser for photos that the workspace does not have
  public record Origin(@Nullable Catalog catalogOrNull, VectorSpace space, Appraiser appraiser) {}

  private record Rated(String group, AlbumPhoto photo, List<Double> scores) {}

  /// Looks each photo up in the workspace, or reads it from the disk.
  ///
  /// @throws IOException if one photo stands under two names in two groups
  public static RatedPhotos find(List<ScoreFile.Row> scores, Origin origin) throws IOException {
    var found = new LinkedHashMap<String, Rated>();
    var missing = new ArrayList<String>();
    var rejected = new ArrayList<String>();
    int copies = 0;
    for (var row : scores) {
      switch (photo(row.uri(), origin)) {
        case null -> missing.add(row.uri());
        case Appraised.Rejected(var uri, var reason, var detail) ->
            rejected.add(uri + ": " + reason.code() + ": " + detail);
        case Appraised.Ready(var photo) -> copies += add(found, row, photo) ? 0 : 1;
      }
    }
    var rows = found.values().stream().map(RatedPhotos::row).toList();
    return new RatedPhotos(rows, List.copyOf(missing), List.copyOf(rejected), copies);
  }

  private static @Nullable Appraised photo(String uri, Origin origin) throws IOException {
    if (origin.catalogOrNull() != null) {
      var placed = origin.catalogOrNull().placed(uri, origin.space());
      if (placed.isPresent()) {
        return new Appraised.Ready(AlbumPhotos.of(placed.get()));
      }
    }
    var file = Path.of(uri);
    return Files.isRegularFile(file) ? origin.appraiser().appraise(uri) : null;
  }

  /// Whether the photo is new.
  private static boolean add(Map<String, Rated> found, ScoreFile.Row row, AlbumPhoto photo)
      throws IOException {
    var group = row.group().isEmpty() ? photo.sha256() : row.group();
    var before =
        found.putIfAbsent(
            photo.sha256(), new Rated(group, photo, new ArrayList<>(List.of(row.score()))));
    if (before == null) {
      return true;
    }
    if (!before.group().equals(group)) {
      throw new IOException(
          row.uri()
              + ": the same photo as "
              + before.photo().uri()
              + ", but in group '"
              + group
              + "' and not '"
              + before.group()
              + "'");
    }
    before.scores().add(row.score());
    return false;
  }

  private static RidgeTrial.Row row(Rated rated) {
    double mean = rated.scores().stream().mapToDouble(Double::doubleValue).average().orElseThrow();
    return new RidgeTrial.Row(rated.group(), new RatedVector(rated.photo().embedding(), mean));
  }
}
