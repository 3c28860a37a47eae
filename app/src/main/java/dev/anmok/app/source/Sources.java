package dev.anmok.app.source;

import dev.anmok.core.pipeline.FolderSource;
import dev.anmok.core.pipeline.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/// Opens what people name as a source of photos.
public final class Sources {
  private Sources() {}

  /// A folder, or a manifest by the ending of its name.
  ///
  /// @throws IllegalArgumentException if it is neither, in words for people
  public static Source open(Path place, Columns columns) throws IOException {
    if (!Files.exists(place)) {
      throw new IllegalArgumentException(place + ": there is no such folder or manifest");
    }
    if (Files.isDirectory(place)) {
      return FolderSource.of(place);
    }
    var name = place.toString().toLowerCase(Locale.ROOT);
    if (name.endsWith(".csv")) {
      return new CsvSource(place, columns);
    }
    if (name.endsWith(".jsonl")) {
      return new JsonLinesSource(place, columns);
    }
    if (name.endsWith(".txt")) {
      return new UrlListSource(place);
    }
    throw new IllegalArgumentException(
        place + ": not a folder, and not a manifest whose name ends in .csv, .jsonl or .txt");
  }
}
