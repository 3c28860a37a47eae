package dev.anmok.spark;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// The option that says where model packs lie.
public final class ModelsOption {
  @Option(
      names = "--models",
      paramLabel = "DIR",
      description = "folder of model packs, on the same path on every node")
  private @Nullable Path models;

  /// The folder, absolute; null if there are no packs but the embedded one.
  public @Nullable String folderOrNull() {
    return models == null ? null : models.toAbsolutePath().toString();
  }
}
