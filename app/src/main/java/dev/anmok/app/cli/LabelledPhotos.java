package dev.anmok.app.cli;

import dev.anmok.app.album.Appraised;
import dev.anmok.app.album.Appraiser;
import dev.anmok.app.source.CategoryLabels;
import dev.anmok.app.workspace.Calibrations;
import dev.anmok.codec.PhotoDecoder;
import dev.anmok.core.curate.AlbumPhoto;
import dev.anmok.core.embed.ImageEncoder;
import dev.anmok.core.image.DecodeLimits;
import dev.anmok.core.score.Category;
import dev.anmok.core.score.CategorySet;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Photos whose category people have said, from the workspace where it has them, else from their
/// files.
///
/// @param photos those that could be read, in the file's order
/// @param labels what people say of each
record LabelledPhotos(List<AlbumPhoto> photos, List<String> labels) {
  /// Reads a CSV file with the columns `uri` and `category`; `others` is a category too.
  static LabelledPhotos read(
      Path file, CategorySet categories, Calibrations calibrations, Console console)
      throws IOException {
    var known = new LinkedHashSet<>(categories.names());
    known.add(Category.OTHERS);
    var wanted = CategoryLabels.read(file, known);
    var found = new LabelledPhotos(new ArrayList<>(), new ArrayList<>());
    try (var files = new FileReader(calibrations);
        var line = new ProgressLine(console, "looking")) {
      for (var label : wanted.entrySet()) {
        switch (files.photo(label.getKey())) {
          case Appraised.Ready(var photo) -> {
            found.photos.add(photo);
            found.labels.add(label.getValue());
          }
          case Appraised.Rejected(var uri, var reason, var detail) ->
              console.say("%s: %s: %s", uri, reason.code(), detail);
        }
        line.report(found.photos.size(), 0, wanted.size());
      }
    }
    if (found.photos.isEmpty()) {
      throw new IOException(file + ": none of its " + wanted.size() + " photos could be read");
    }
    return found;
  }

  /// Looks photos up, and loads the image tower only if one must be encoded.
  private static final class FileReader implements AutoCloseable {
    private final Calibrations calibrations;
    private @Nullable ImageEncoder encoder;

    FileReader(Calibrations calibrations) {
      this.calibrations = calibrations;
    }

    Appraised photo(String uri) throws IOException {
      var pack = calibrations.pack();
      var catalog = calibrations.catalogOrNull();
      if (catalog != null) {
        var placed = catalog.placed(uri, pack.space());
        if (placed.isPresent()) {
          return new Appraised.Ready(dev.anmok.app.album.AlbumPhotos.of(placed.get()));
        }
      }
      if (encoder == null) {
        encoder = pack.images();
      }
      var appraiser = new Appraiser(PhotoDecoder.open(DecodeLimits.DEFAULT), encoder);
      return appraiser.appraise(uri);
    }

    @Override
    public void close() {
      if (encoder != null) {
        encoder.close();
      }
    }
  }
}
