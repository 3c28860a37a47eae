package dev.anmok.spark.global;

import dev.anmok.app.album.AlbumPhotos;
import dev.anmok.app.album.DuplicatesJob;
import dev.anmok.core.cluster.VectorFile;
import dev.anmok.core.curate.DuplicateFinder;
import dev.anmok.core.curate.PhotoLook;
import dev.anmok.core.pipeline.Outcome;
import dev.anmok.core.pipeline.PlacedPhoto;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The same question asked of all photos at once on one machine, as a workspace answers it that is
/// filled from the source: to compare with. Takes some 600 bytes a photo.
final class LocalDuplicates {
  private final Map<String, Integer> photos = new HashMap<>();
  private final Map<String, Integer> entries = new HashMap<>();
  private final List<PhotoLook> looks = new ArrayList<>();

  private LocalDuplicates() {}

  /// Groups as text, in order.
  static List<String> of(PhotoSource source, GroupText text) throws IOException {
    try (var vectors = VectorFile.create(source.space().dimension())) {
      return new LocalDuplicates().answer(source, text, vectors);
    }
  }

  private List<String> answer(PhotoSource source, GroupText text, VectorFile vectors)
      throws IOException {
    for (int split = 0; split < source.splits(); split++) {
      source.rows(
          split,
          _ -> true,
          (_, row) -> {
            entries.remove(row.source().uri());
            if (row.outcome() instanceof Outcome.Processed(var photo, var embedding)) {
              var known = photos.putIfAbsent(photo.sha256(), looks.size());
              if (known == null) {
                var placed = new PlacedPhoto(row.source().uri(), "", photo, embedding);
                looks.add(PhotoLook.of(AlbumPhotos.of(placed)));
                vectors.add(embedding);
              }
              entries.put(row.source().uri(), known == null ? looks.size() - 1 : known);
            }
          });
    }
    vectors.finish();
    var places = new ArrayList<>(entries.entrySet());
    places.sort(Comparator.comparing(Map.Entry::getKey));
    var ordered = places.stream().map(place -> looks.get(place.getValue())).toList();
    var order = places.stream().mapToInt(Map.Entry::getValue).toArray();
    var rows = vectors.inOrder(order);
    var told = text.groups();
    return new DuplicateFinder(text.rule())
        .find(ordered, rows).stream()
            .map(group ->
                told.of(DuplicatesJob.group(group, row -> places.get(row).getKey(), ordered)))
            .toList();
  }
}
