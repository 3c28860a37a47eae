package dev.anmok.sqlite;

import dev.anmok.core.pipeline.IngestOptions;
import dev.anmok.core.pipeline.OtherSpace;
import dev.anmok.core.pipeline.PhotoFiles;
import dev.anmok.core.pipeline.Progress;
import dev.anmok.core.pipeline.Reembedded;
import dev.anmok.core.pipeline.Reembedding;
import dev.anmok.core.pipeline.TinyPhotos;
import java.io.IOException;
import java.nio.file.Path;

/// A re-embedding in a process of its own, that says on standard output how far it is.
final class KillableReembed {
  private static final long ENCODE_MILLIS = 2;

  private KillableReembed() {}

  public static void main(String[] args) throws IOException {
    run(
        Path.of(args[0]),
        new TinyPhotos(ENCODE_MILLIS),
        (done, rejected, total) -> System.out.println(done + " of " + total));
  }

  static Reembedded run(Path workspace, TinyPhotos tiny, Progress progress) throws IOException {
    try (var catalog = SqliteCatalog.open(workspace.resolve("catalog.db"))) {
      var options = new IngestOptions(3, 8, IngestOptions.NO_LIMIT, false);
      var stages = new OtherSpace(tiny).stages();
      return new Reembedding(catalog.vectors(), stages, new PhotoFiles(1_000), options)
          .run(false, progress);
    }
  }
}
