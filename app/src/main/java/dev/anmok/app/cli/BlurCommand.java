package dev.anmok.app.cli;

import dev.anmok.app.album.AlbumContext;
import dev.anmok.app.album.BlurAnswer;
import dev.anmok.app.album.BlurJob;
import dev.anmok.app.album.BlurOptions;
import dev.anmok.app.blur.Networks;
import dev.anmok.app.blur.OpenNet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/// `anmok blur`: says of photos whether they are sharp.
@Command(
    name = "blur",
    description = {
      "Lists photos that are blurred, too dark or too bright to tell, or for a person to see.",
      "--details shows every photo; --format json without it names the blurred ones only."
    })
final class BlurCommand implements Callable<Integer> {
  private final Console console;
  @ParentCommand private AnmokCommand root = new AnmokCommand();
  @Mixin private AlbumInput input = new AlbumInput();

  @Option(
      names = "--method",
      paramLabel = "M",
      description = "laplacian, spectrum, stacked, learned or bdnet (default: the profile's)")
  private @Nullable String method;

  @Option(
      names = "--heatmaps",
      paramLabel = "DIR",
      description = "write a picture of where it is in focus for each photo that is listed")
  private @Nullable Path heatMaps;

  BlurCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    var options = options();
    if (heatMaps != null && Files.exists(heatMaps) && !Files.isDirectory(heatMaps)) {
      throw new UsageException("--heatmaps " + heatMaps + ": a file is there; name a folder");
    }
    input.ask(
        root.workspace(),
        console,
        context -> network(context, options),
        (context, photos) -> {
          var answer = BlurJob.bind(context).answer(photos, options);
          print(answer);
          if (heatMaps != null) {
            new HeatMapFolder(console, heatMaps).write(answer.photos());
          }
          return answer;
        });
    return 0;
  }

  private static Optional<OpenNet> network(AlbumContext context, BlurOptions options)
      throws IOException {
    return Networks.neededBy(BlurJob.bind(context).judge(options).method());
  }

  private BlurOptions options() {
    try {
      return BlurOptions.read(name ->
          switch (name) {
            case "method" -> Optional.ofNullable(method);
            case "all" -> Optional.of("" + input.details());
            default -> Optional.empty();
          });
    } catch (IllegalArgumentException e) {
      throw new UsageException("--" + e.getMessage());
    }
  }

  private void print(BlurAnswer answer) {
    answer.notes().forEach(note -> console.say("note: %s", note));
    if (input.format() == Format.JSON) {
      if (input.details()) {
        JsonResult.print(console.out(), answer.details());
      } else {
        JsonResult.print(console.out(), answer.plain());
      }
      return;
    }
    if (!answer.photos().isEmpty()) {
      var table = new Table("photo", "verdict", "score", "why");
      for (var photo : answer.photos()) {
        table.row(
            Paths.show(photo.uri()),
            photo.verdict(),
            String.format(Locale.ROOT, "%.4g", photo.score()),
            photo.why());
      }
      table.print(console.out());
    }
    console.say(
        "%d photos: %s",
        answer.asked(),
        answer.counts().entrySet().stream()
            .map(count -> count.getValue() + " " + count.getKey())
            .collect(Collectors.joining(", ")));
  }
}
