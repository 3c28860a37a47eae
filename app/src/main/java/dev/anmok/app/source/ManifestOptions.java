package dev.anmok.app.source;

import dev.anmok.core.pipeline.Source;
import java.io.IOException;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/// The options of a command that say how a manifest is read.
public final class ManifestOptions {
  @Option(
      names = "--uri-column",
      paramLabel = "NAME",
      description = "manifest column of the photo's place (default: uri)")
  private String uriColumn = Columns.DEFAULT.uri();

  @Option(
      names = "--uri-prefix",
      paramLabel = "TEXT",
      description = {
        "what to put before every place of a manifest, such as a folder or",
        "https://images.example/w500"
      })
  private String uriPrefix = "";

  @Option(
      names = "--item-column",
      paramLabel = "NAME",
      description = "manifest column of the item's id (default: item)")
  private String itemColumn = Columns.DEFAULT.item();

  @Option(
      names = "--title-column",
      paramLabel = "NAME",
      description = "manifest column of the item's title (default: title)")
  private String titleColumn = Columns.DEFAULT.title();

  /// Opens a folder, a manifest or a list of URLs.
  ///
  /// @throws IllegalArgumentException if there is no such place or it is none of these
  public Source open(Path place) throws IOException {
    return Sources.open(place, new Columns(uriColumn, itemColumn, titleColumn, uriPrefix));
  }
}
