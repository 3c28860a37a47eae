package dev.anmok.sqlite;

import dev.anmok.core.pipeline.FolderSource;
import dev.anmok.core.pipeline.Ingest;
import dev.anmok.core.pipeline.IngestOptions;
import dev.anmok.core.pipeline.IngestSummary;
import dev.anmok.core.pipeline.Progress;
import dev.anmok.core.pipeline.TinyPhotos;
import dev.anmok.core.pipeline.WorkspaceLock;
import java.io.IOException;
import java.nio.file.Path;

/// An ingest in a process of its own, that says on standard output how far it is.
final class KillableIngest {
  private static final long ENCODE_MILLIS = 2;

  private KillableIngest() {}

  public static void main(String[] args) throws IOException {
    var workspace = Path.of(args[1]);
    try (var _ = WorkspaceLock.acquire(workspace)) {
      run(
          Path.of(args[0]),
          workspace,
          new TinyPhotos(ENCODE_MILLIS),
          (done, rejected, total) -> System.out.println(done + " of " + total));
    }
  }

  static IngestSummary run(Path photos, Path workspace, TinyPhotos tiny, Progress progress)
      throws IOException {
    try (var catalog = SqliteCatalog.open(workspace.resolve("catalog.db"))) {
      return new Ingest(
              catalog, tiny.stages(), new IngestOptions(3, 8, IngestOptions.NO_LIMIT, false))
          .run(FolderSource.of(photos), progress);
    }
  }
}
