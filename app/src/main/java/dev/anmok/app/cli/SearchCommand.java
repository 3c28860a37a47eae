package dev.anmok.app.cli;

import dev.anmok.app.workspace.Finder;
import dev.anmok.app.workspace.Indexes;
import dev.anmok.app.workspace.Session;
import dev.anmok.app.workspace.Towers;
import dev.anmok.codec.PhotoDecoder;
import dev.anmok.core.image.DecodeLimits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/// `anmok search`: finds photos or items by words, by a photo, or by both.
@Command(
    name = "search",
    description = "Finds photos or items by Korean or English words, by a photo, or by both.")
final class SearchCommand implements Callable<Integer> {
  private final Console console;
  @ParentCommand private AnmokCommand root = new AnmokCommand();

  @Parameters(arity = "0..1", paramLabel = "TEXT", description = "what to look for")
  private @Nullable String text;

  @Option(names = "--image", paramLabel = "FILE", description = "a photo to look for; may repeat")
  private List<Path> images = List.of();

  @Option(names = "--by", paramLabel = "photo|item", description = "what to list (default: item)")
  private By by = By.ITEM;

  @Mixin private HitOptions hits = new HitOptions();

  enum By {
    PHOTO,
    ITEM
  }

  SearchCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    int k = hits.k();
    if ((text == null || text.isBlank()) && images.isEmpty()) {
      throw new UsageException("say what to look for: some words, --image FILE, or both");
    }
    for (var image : images) {
      if (!Files.isRegularFile(image)) {
        throw new UsageException("--image " + image + ": there is no such file");
      }
    }
    try (var session = Session.read(root.workspace(), Optional.empty());
        var index = Indexes.open(session)) {
      var scope = hits.scope(console).of(session);
      var finder =
          new Finder(
              Towers.perCall(session.pack()),
              index,
              () -> PhotoDecoder.open(DecodeLimits.DEFAULT),
              scope);
      var words = text == null || text.isBlank() ? List.<String>of() : List.of(text);
      var query = finder.query(words, images);
      var output = hits.output(console);
      if (by == By.PHOTO) {
        output.photos(finder.photos(query, k));
      } else {
        output.items(finder.items(query, k));
      }
    }
    return 0;
  }
}
