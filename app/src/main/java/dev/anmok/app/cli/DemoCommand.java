package dev.anmok.app.cli;

import dev.anmok.app.api.ServeOptions;
import dev.anmok.app.cache.Caching;
import dev.anmok.app.sample.SamplePictures;
import dev.anmok.app.sample.poster.Posters;
import dev.anmok.app.source.Columns;
import dev.anmok.app.source.CsvSource;
import dev.anmok.app.workspace.Session;
import dev.anmok.core.pipeline.FolderSource;
import dev.anmok.core.pipeline.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/// `anmok demo`: the main job from end to end, on drawn sample photos or on one's own.
@Command(
    name = "demo",
    description = {
      "Runs the whole job on drawn sample photos, or on a folder of your own.",
      "Reads the photos (each sub-folder is a cafe), chooses those that show each place, writes the",
      "report, and searches. With --profile poster it draws posters of films and finds them.",
      "--serve shows all of it in a browser."
    })
final class DemoCommand implements Callable<Integer> {
  private static final long SEED = 1;

  /// Profiles whose names begin so are shown posters.
  private static final String POSTER = "poster";

  private final Console console;
  @ParentCommand private AnmokCommand root = new AnmokCommand();

  @Parameters(arity = "0..1", paramLabel = "PATH", description = "a folder of your own photos")
  private @Nullable Path path;

  @Option(
      names = "--profile",
      paramLabel = "NAME|FILE",
      description = "cafe (default), poster or another")
  private String profile = "cafe";

  @Option(
      names = "--serve",
      description = "afterwards, serve the pages: look, decide and search in a browser")
  private boolean serve;

  @Option(
      names = "--port",
      paramLabel = "N",
      description = "with --serve: port to listen at, 0 for any that is free (default: 8080)")
  private int port = 8080;

  DemoCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    boolean posters = profile.startsWith(POSTER);
    var folder = root.workspaceOr(posters ? "anmok-posters" : "anmok-demo");
    Serving.port(port);
    if (path != null && !Files.isDirectory(path)) {
      throw new UsageException(path + ": there is no such folder");
    }
    if (posters) {
      var source = path == null ? drawnPosters(folder) : FolderSource.of(path);
      new PosterScript(console, folder, profile).run(source);
    } else {
      var photos = path == null ? draw(folder) : path;
      new DemoScript(console, folder, profile).run(photos, path == null);
    }
    if (serve) {
      serve(folder);
    }
    return 0;
  }

  /// The pages may ingest from the folder that the photos came from.
  private void serve(Path folder) throws IOException {
    var allowed = (path == null ? folder : path).toRealPath();
    var options =
        new ServeOptions(
            "127.0.0.1", port, Optional.empty(), List.of(allowed), null, Caching.DEFAULT);
    new Serving(console).run(Session.update(folder, Optional.empty()), options);
  }

  private Path draw(Path folder) throws IOException {
    var photos = folder.resolve("photos");
    if (Files.exists(folder.resolve(SamplePictures.TRUTH))) {
      return photos; // drawn to the end by an earlier run
    }
    try (var line = new ProgressLine(console, "drawing sample photos")) {
      SamplePictures.draw(folder, SEED, line);
    }
    return photos;
  }

  private Source drawnPosters(Path folder) throws IOException {
    var manifest = folder.resolve(Posters.MANIFEST);
    if (!Files.exists(manifest)) { // it is written last
      try (var line = new ProgressLine(console, "drawing posters")) {
        Posters.draw(folder, SEED, Posters.COUNT, line);
      }
    }
    return new CsvSource(manifest, Columns.DEFAULT);
  }
}
