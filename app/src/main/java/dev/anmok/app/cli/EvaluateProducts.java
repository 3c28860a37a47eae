package dev.anmok.app.cli;

import dev.anmok.app.cache.MemoryCache;
import dev.anmok.app.category.Categorizer;
import dev.anmok.app.json.ShareJson;
import dev.anmok.app.json.Tree;
import dev.anmok.app.query.Finder;
import dev.anmok.app.query.Narrowing;
import dev.anmok.app.query.RememberedPhotos;
import dev.anmok.app.retrieval.ProductRun;
import dev.anmok.app.source.ItemPhotosFile;
import dev.anmok.app.source.ItemPhotosFile.ItemPhoto;
import dev.anmok.app.words.WordModels;
import dev.anmok.app.workspace.Backgrounds;
import dev.anmok.app.workspace.CachedTexts;
import dev.anmok.app.workspace.Calibrations;
import dev.anmok.app.workspace.Indexes;
import dev.anmok.app.workspace.MatchScales;
import dev.anmok.app.workspace.Session;
import dev.anmok.app.workspace.Towers;
import dev.anmok.core.evaluate.TopRanks;
import dev.anmok.core.search.VectorQuery;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/// `anmok evaluate products`: how often the right product is among the first.
@Command(
    name = "products",
    description = {
      "Top-1 and top-5 accuracy of search by photo over the workspace, with and without its",
      "categories, by category of the queries. --queries is a CSV file with the columns uri, item",
      "and perhaps category. With --against, the same over other workspaces of the same items, such",
      "as one whose photos were not cut out."
    })
final class EvaluateProducts implements Callable<Integer> {
  private static final int CACHE_BYTES = 256 << 20;

  private final Console console;
  @ParentCommand private EvaluateCommand evaluate = new EvaluateCommand();

  @Option(
      names = "--queries",
      required = true,
      paramLabel = "FILE",
      description = "photos to search by, each with the item that it should find")
  private Path queries = Path.of("");

  @Option(
      names = "--against",
      paramLabel = "DIR",
      description = "another workspace to compare with; may repeat")
  private List<Path> against = List.of();

  @Option(names = "--format", description = "table or json (default: table)")
  private Format format = Format.TABLE;

  EvaluateProducts(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    var asked = ItemPhotosFile.read(queries);
    var ways = new LinkedHashMap<String, ProductRun.Findings>();
    for (var folder : folders()) {
      run(folder, asked, ways);
    }
    if (format == Format.JSON) {
      JsonResult.print(console.out(), json(ways, asked));
    } else {
      print(ways, asked);
    }
    return 0;
  }

  private List<Path> folders() {
    var folders = new ArrayList<>(List.of(evaluate.workspace()));
    folders.addAll(against);
    var known = new HashSet<Path>();
    for (var folder : folders) {
      if (!known.add(folder.toAbsolutePath().normalize())) {
        throw new UsageException("--against " + folder + ": is compared already");
      }
    }
    return folders;
  }

  private void run(Path folder, List<ItemPhoto> asked, Map<String, ProductRun.Findings> ways)
      throws IOException {
    try (var session = Session.read(folder, Optional.empty());
        var index = Indexes.open(session);
        var texts = new CachedTexts(session.pack().texts());
        var images = session.pack().images();
        var reader = WordModels.none(session);
        var cache = new MemoryCache(CACHE_BYTES, Duration.ofDays(1))) {
      check(session, asked);
      var finder =
          new Finder(
              new RememberedPhotos(Towers.kept(texts, images), session.pack().space(), cache),
              index,
              VectorQuery.Scope.ALL,
              Backgrounds.of(session),
              MatchScales.find(new Calibrations(session.workspace().catalog(), session.pack())),
              reader);
      var name = folder + (session.cutout().isPresent() ? ", cut out" : "");
      ways.put(name, run(name, finder, asked));
      var choice = session.profile().category();
      if (choice.isPresent()) {
        try (var categorizer = Categorizer.open(choice.get(), session.classifiers(images))) {
          var schema = session.profile().search().schema();
          var narrowing = Narrowing.by(categorizer, choice.get().field(), schema);
          if (narrowing.isPresent()) {
            var narrowed = name + ", by category";
            ways.put(narrowed, run(narrowed, finder.narrowed(narrowing.get()), asked));
          }
        }
      }
    }
  }

  private ProductRun.Findings run(String name, Finder finder, List<ItemPhoto> asked)
      throws IOException {
    try (var line = new ProgressLine(console, name)) {
      return new ProductRun(finder).run(asked, done -> line.report(done, 0, asked.size()));
    }
  }

  private void check(Session session, List<ItemPhoto> asked) throws IOException {
    var catalog = session.workspace().catalog();
    for (var query : asked) {
      if (catalog.item(query.item(), session.pack().space()).isEmpty()) {
        throw new IOException(
            "%s: the item '%s' is not in the workspace %s"
                .formatted(queries, query.item(), session.workspace().folder()));
      }
    }
  }

  private void print(Map<String, ProductRun.Findings> ways, List<ItemPhoto> asked) {
    var first = ways.values().iterator().next().ranks();
    console.print("%d queries", asked.size());
    var table = new Table("way", "top-1", "top-5", "gain (95 %)", "mean of categories");
    ways.forEach((way, found) ->
        table.row(
            way,
            Figures.share(found.ranks().within(1)),
            Figures.share(found.ranks().within(5)),
            Figures.points(found.ranks().gain(first, 5)),
            String.format(Locale.ROOT, "%.3f", unweighted(found.ranks(), asked, 5))));
    table.print(console.out());
    ways.forEach((way, found) -> {
      if (!found.verdicts().isEmpty()) {
        console.print("%s: categories of the queries %s", way, found.verdicts());
      }
    });
    console.print("");
    var columns = new ArrayList<>(List.of("top-5 by category", "queries"));
    columns.addAll(ways.keySet());
    var byCategory = new Table(columns.toArray(String[]::new));
    for (var category : categories(asked)) {
      var row = new ArrayList<Object>();
      row.add(category.isEmpty() ? "(none)" : category);
      row.add(of(first, asked, category).ranks().size());
      ways.values()
          .forEach(found -> row.add(Figures.share(of(found.ranks(), asked, category).within(5))));
      byCategory.row(row.toArray());
    }
    byCategory.print(console.out());
  }

  private static List<String> categories(List<ItemPhoto> asked) {
    return asked.stream().map(ItemPhoto::category).distinct().sorted().toList();
  }

  /// The ranks of one category's queries.
  private static TopRanks of(TopRanks all, List<ItemPhoto> asked, String category) {
    var some = new ArrayList<Integer>();
    for (int i = 0; i < asked.size(); i++) {
      if (asked.get(i).category().equals(category)) {
        some.add(all.ranks().get(i));
      }
    }
    return new TopRanks(some);
  }

  /// The mean over categories, each counting as much as any other.
  private static double unweighted(TopRanks ranks, List<ItemPhoto> asked, int k) {
    return categories(asked).stream()
        .mapToDouble(category -> of(ranks, asked, category).within(k).share())
        .average()
        .orElse(Double.NaN);
  }

  private static Map<String, Object> json(
      Map<String, ProductRun.Findings> ways, List<ItemPhoto> asked) {
    var first = ways.values().iterator().next().ranks();
    var all = Tree.empty();
    ways.forEach((way, found) -> {
      var gain = found.ranks().gain(first, 5);
      var byCategory = Tree.empty();
      for (var category : categories(asked)) {
        var ranks = of(found.ranks(), asked, category);
        byCategory.and(
            category,
            Tree.of("top1", ShareJson.of(ranks.within(1)))
                .and("top5", ShareJson.of(ranks.within(5)))
                .map());
      }
      all.and(
          way,
          Tree.of("top1", ShareJson.of(found.ranks().within(1)))
              .and("top5", ShareJson.of(found.ranks().within(5)))
              .and("top5_gain", List.of(gain.value(), gain.low(), gain.high()))
              .and("top1_unweighted", unweighted(found.ranks(), asked, 1))
              .and("top5_unweighted", unweighted(found.ranks(), asked, 5))
              .and("verdicts", found.verdicts())
              .and("categories", byCategory.map())
              .map());
    });
    return Tree.of("queries", asked.size()).and("ways", all.map()).map();
  }
}
