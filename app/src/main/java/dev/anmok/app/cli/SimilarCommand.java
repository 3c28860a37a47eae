package dev.anmok.app.cli;

import dev.anmok.app.query.Finder;
import dev.anmok.app.words.WordModels;
import dev.anmok.app.workspace.Indexes;
import dev.anmok.app.workspace.Session;
import dev.anmok.core.pipeline.ItemPhotos;
import dev.anmok.core.pipeline.PlacedPhoto;
import dev.anmok.core.search.SearchRequest.By;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/// `anmok similar`: items like one item.
@Command(name = "similar", description = "Lists the items that look like one item.")
final class SimilarCommand implements Callable<Integer> {
  private final Console console;
  @ParentCommand private AnmokCommand root = new AnmokCommand();

  @Parameters(paramLabel = "ITEM", description = "id of the item")
  private String item = "";

  @Option(
      names = "--filter",
      paramLabel = "EXPR",
      description = "which items count, such as \"genre:horror year>=2000\" (docs/filters.md)")
  private String filter = "";

  @Mixin private HitOptions hits = new HitOptions();

  SimilarCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    int k = hits.k();
    try (var session = Session.read(root.workspace(), Optional.empty());
        var index = Indexes.open(session);
        var reader = WordModels.none(session)) {
      var found = Items.find(session, item);
      if (found.photos().isEmpty()) {
        throw new IOException("item '" + item + "' has no readable photo to compare by");
      }
      var passing = UsageException.reading("--filter", () -> session.profile().filter(filter));
      var scope = hits.scope(console).of(session);
      var finder = Finder.over(session, index, scope, reader);
      var vectors = photos(session, found).stream().map(PlacedPhoto::embedding).toList();
      hits.output(console).print(By.ITEM, finder.similar(item, vectors, k, passing));
    }
    return 0;
  }

  /// The item's representatives, or all its photos if it has none.
  private static List<PlacedPhoto> photos(Session session, ItemPhotos item) throws IOException {
    Set<String> chosen;
    try (var uris = session.workspace().catalog().representatives()) {
      chosen = uris.collect(Collectors.toSet());
    }
    var representatives =
        item.photos().stream().filter(photo -> chosen.contains(photo.uri())).toList();
    return representatives.isEmpty() ? item.photos() : representatives;
  }
}
