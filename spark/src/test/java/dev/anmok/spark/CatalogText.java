package dev.anmok.spark;

import dev.anmok.core.embed.VectorSpace;
import dev.anmok.core.pipeline.PlacedPhoto;
import dev.anmok.core.pipeline.RejectedPhoto;
import dev.anmok.sqlite.SqliteCatalog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// All that a workspace holds of its photos, to the last bit, as lines that can be compared.
final class CatalogText {
  private CatalogText() {}

  static List<String> of(Path workspace) throws IOException {
    var lines = new ArrayList<String>();
    var export = workspace.resolve("all.jsonl");
    Program.run("export", "--to", export, "--workspace", workspace);
    lines.addAll(Files.readAllLines(export));
    try (var catalog = SqliteCatalog.openReadOnly(workspace.resolve("catalog.sqlite"))) {
      for (VectorSpace space : catalog.spaces()) {
        try (var photos = catalog.photos(space)) {
          photos.map(CatalogText::line).forEach(lines::add);
        }
      }
      try (var rejections = catalog.rejections()) {
        rejections.map(RejectedPhoto::toString).forEach(lines::add);
      }
      try (var items = catalog.allItems()) {
        items.forEach(item -> lines.add(item.toString()));
      }
      for (var line : lines.stream().filter(each -> each.startsWith("{")).toList()) {
        var uri = line.replaceAll(".*\"uri\":\"([^\"]*)\".*", "$1");
        lines.add(uri + " " + catalog.seen(uri));
      }
    }
    return lines;
  }

  private static String line(PlacedPhoto photo) {
    return photo.uri()
        + " "
        + photo.item()
        + " "
        + photo.photo()
        + " "
        + photo.embedding().space().id()
        + " "
        + Arrays.toString(photo.embedding().toArray());
  }
}
