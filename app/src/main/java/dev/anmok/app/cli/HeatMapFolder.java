package dev.anmok.app.cli;

import dev.anmok.app.album.JudgedPhoto;
import dev.anmok.app.thumbnail.Rendered;
import dev.anmok.app.thumbnail.Rendering;
import dev.anmok.core.image.DecodeLimits;
import dev.anmok.core.pipeline.PhotoBytes;
import dev.anmok.core.pipeline.PhotoFiles;
import dev.anmok.core.quality.HeatMap;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/// Writes heat maps of photos into a folder, as `0001-name.jpg` and so on in the photos' order.
///
/// @param console hears of photos that cannot be read
/// @param folder made if it is not there
record HeatMapFolder(Console console, Path folder) {
  private static final PhotoBytes FILES = new PhotoFiles(DecodeLimits.DEFAULT.maxBytes());

  void write(List<JudgedPhoto> photos) throws IOException {
    Files.createDirectories(folder);
    var rendering = Rendering.of(HeatMap::of);
    int written = 0;
    for (int i = 0; i < photos.size(); i++) {
      var uri = photos.get(i).uri();
      switch (jpeg(rendering, uri)) {
        case Rendered.Jpeg(var bytes) -> {
          Files.write(folder.resolve(name(i + 1, uri)), bytes);
          written++;
        }
        case Rendered.NoPicture(var reason, var detail) ->
            console.say("%s: no heat map: %s: %s", uri, reason.code(), detail);
      }
    }
    console.say("%d heat maps are in %s", written, folder);
  }

  private static Rendered jpeg(Rendering rendering, String uri) {
    return switch (FILES.look(uri)) {
      case PhotoBytes.Look.Unusable(var reason, var detail, _, _) ->
          new Rendered.NoPicture(reason, detail);
      case PhotoBytes.Look.Found found ->
          switch (FILES.read(found)) {
            case PhotoBytes.Content.Bytes(var bytes) -> rendering.jpeg(bytes, HeatMap.LONGEST_SIDE);
            case PhotoBytes.Content.Rejected(var reason, var detail, _) ->
                new Rendered.NoPicture(reason, detail);
          };
    };
  }

  private static String name(int number, String uri) {
    var file = String.valueOf(Path.of(uri).getFileName());
    int dot = file.lastIndexOf('.');
    return String.format(
        Locale.ROOT, "%04d-%s.jpg", number, dot > 0 ? file.substring(0, dot) : file);
  }
}
