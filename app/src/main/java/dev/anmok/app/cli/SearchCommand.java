package dev.anmok.app.cli;

import dev.anmok.app.category.Categorizer;
import dev.anmok.app.profile.Mode;
import dev.anmok.app.profile.SearchChoice;
import dev.anmok.app.query.Answered;
import dev.anmok.app.query.Finder;
import dev.anmok.app.query.Narrowing;
import dev.anmok.app.query.QueryPhoto;
import dev.anmok.app.query.StageTimes;
import dev.anmok.app.query.Wanted;
import dev.anmok.app.query.Wish;
import dev.anmok.app.words.QueryTexts;
import dev.anmok.app.words.WordModels;
import dev.anmok.app.workspace.Indexes;
import dev.anmok.app.workspace.Session;
import dev.anmok.core.image.Box;
import dev.anmok.core.search.Page;
import dev.anmok.core.search.SearchRequest.By;
import dev.anmok.core.search.SubQuery;
import dev.anmok.core.search.VectorQuery;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
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

  @Option(
      names = "--box",
      paramLabel = "X,Y,W,H",
      description = {
        "the part of the photo to look for, in pixels of the upright photo or, with decimal",
        "points, in shares of its sides; with several --image one for each, - for all of it"
      })
  private List<String> boxes = List.of();

  @Option(names = "--less", paramLabel = "TEXT", description = "what to show less of; may repeat")
  private List<String> less = List.of();

  @Option(
      names = "--category",
      paramLabel = "auto|off",
      description = {
        "auto goes by the category that the photo is taken for, where the profile has",
        "categories: a sure one is searched within, a likely one favoured (default: auto)"
      })
  private CategoryUse category = CategoryUse.AUTO;

  /// Whether a photo's category counts.
  enum CategoryUse {
    AUTO,
    OFF
  }

  @Option(
      names = "--mode",
      paramLabel = "MODE",
      description =
          "vector (what photos show), words (what their texts say) or hybrid; default: the"
              + " profile's")
  private String mode = "";

  @Option(
      names = "--filter",
      paramLabel = "EXPR",
      description = "which items count, such as \"genre:horror year>=2000\" (docs/filters.md)")
  private String filter = "";

  @Option(
      names = "--offset",
      paramLabel = "N",
      description = "hits to pass over, for the next page (default: 0)")
  private int offset;

  @Option(names = "--by", paramLabel = "photo|item", description = "what to list (default: item)")
  private By by = By.ITEM;

  @Mixin private WhoOptions who = new WhoOptions();

  @Mixin private BlendOptions blend = new BlendOptions();

  @Mixin private HitOptions hits = new HitOptions();

  SearchCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    var wanted = wanted();
    var page = page();
    try (var session = Session.read(root.workspace(), Optional.empty());
        var index = Indexes.open(session);
        var reader = reader(session, wanted)) {
      var choice = session.profile().search();
      var passing = UsageException.reading("--filter", () -> session.profile().filter(filter));
      var scope = hits.scope(console).of(session);
      var finder = Finder.over(session, index, scope, reader);
      var wish = new Wish(wanted, mode(choice), blend.weights(), blend.fusion(), by, passing, page);
      var tastes = who.tastes(session, wish, console);
      var answered = search(session, finder, wish, tastes);
      hits.output(console).print(by, answered);
      if (answered.hits().isEmpty() && !passing.isNone()) {
        console.say("anmok facets says which values there are to filter by");
      }
    }
    return 0;
  }

  private Answered search(Session session, Finder finder, Wish wish, List<SubQuery.Taste> tastes)
      throws IOException {
    var times = new StageTimes();
    var choice = session.profile().category();
    if (choice.isEmpty() || category == CategoryUse.OFF || wish.wanted().images().isEmpty()) {
      return finder.search(wish, tastes, times);
    }
    try (var encoder = choice.get().views().isEmpty() ? null : session.pack().images();
        var categorizer =
            times.time(
                StageTimes.CATEGORY,
                () -> Categorizer.open(choice.get(), session.classifiers(encoder)))) {
      var schema = session.profile().search().schema();
      return Narrowing.by(categorizer, choice.get().field(), schema)
          .map(finder::narrowed)
          .orElse(finder)
          .search(wish, tastes, times);
    }
  }

  private static QueryTexts reader(Session session, Wanted wanted) throws IOException {
    boolean words = !wanted.texts().isEmpty() || !wanted.less().isEmpty();
    return words ? WordModels.queries(session) : WordModels.none(session);
  }

  private Wanted wanted() {
    if ((text == null || text.isBlank()) && images.isEmpty()) {
      throw new UsageException("say what to look for: some words, --image FILE, or both");
    }
    var words = text == null || text.isBlank() ? List.<String>of() : List.of(text);
    var photos = photos();
    return UsageException.reading("TEXT", () -> new Wanted(words, less, photos, List.of()));
  }

  private List<QueryPhoto> photos() {
    if (!boxes.isEmpty() && boxes.size() != images.size()) {
      throw new UsageException(
          "--box: one for each --image is needed, - for all of a photo; there are %d for %d"
              .formatted(boxes.size(), images.size()));
    }
    var photos = new ArrayList<QueryPhoto>();
    for (int i = 0; i < images.size(); i++) {
      var image = images.get(i);
      if (!Files.isRegularFile(image)) {
        throw new UsageException("--image " + image + ": there is no such file");
      }
      photos.add(new QueryPhoto.InFile(image, boxes.isEmpty() ? null : box(boxes.get(i))));
    }
    return photos;
  }

  private static @Nullable Box box(String text) {
    return text.equals("-") ? null : UsageException.reading("--box", () -> Box.parse(text));
  }

  private Page page() {
    int k = hits.k();
    if (offset < 0 || offset > VectorQuery.MAX_K - k) {
      throw new UsageException(
          "--offset must be 0 or more, and with -k at most %d; was %d with -k %d"
              .formatted(VectorQuery.MAX_K, offset, k));
    }
    return new Page(offset, k);
  }

  private Mode mode(SearchChoice choice) {
    return mode.isEmpty()
        ? choice.mode()
        : UsageException.reading("--mode", () -> Mode.parse(mode));
  }
}
