package dev.anmok.app.cli;

import dev.anmok.app.sample.SamplePictures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
      "report, and searches."
    })
final class DemoCommand implements Callable<Integer> {
  private static final long SEED = 1;

  private final Console console;
  @ParentCommand private AnmokCommand root = new AnmokCommand();

  @Parameters(arity = "0..1", paramLabel = "PATH", description = "a folder of your own photos")
  private @Nullable Path path;

  @Option(names = "--profile", paramLabel = "NAME|FILE", description = "default: cafe")
  private String profile = "cafe";

  DemoCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    var folder = root.workspaceOr("anmok-demo");
    if (path != null && !Files.isDirectory(path)) {
      throw new UsageException(path + ": there is no such folder");
    }
    var photos = path == null ? draw(folder) : path;
    new DemoScript(console, folder, profile).run(photos, path == null);
    return 0;
  }

  private Path draw(Path folder) throws IOException {
    var photos = folder.resolve("photos");
    if (Files.isDirectory(photos)) {
      return photos; // drawn by an earlier run
    }
    try (var line = new ProgressLine(console, "drawing sample photos")) {
      SamplePictures.draw(folder, SEED, line);
    }
    return photos;
  }
}
