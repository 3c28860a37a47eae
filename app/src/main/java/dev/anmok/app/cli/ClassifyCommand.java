package dev.anmok.app.cli;

import dev.anmok.app.category.Categorized;
import dev.anmok.app.category.Categorizer;
import dev.anmok.app.category.CategoryJob;
import dev.anmok.app.category.SightReader;
import dev.anmok.app.category.SightReader.Look;
import dev.anmok.app.profile.CategoryChoice;
import dev.anmok.app.profile.Profiles;
import dev.anmok.app.workspace.Indexes;
import dev.anmok.app.workspace.ItemCategories;
import dev.anmok.app.workspace.Models;
import dev.anmok.app.workspace.Session;
import dev.anmok.app.workspace.Workspace;
import dev.anmok.codec.PhotoDecoder;
import dev.anmok.core.classify.CategoryGuess;
import dev.anmok.core.image.DecodeLimits;
import dev.anmok.core.image.Reason;
import dev.anmok.core.pipeline.Catalog;
import dev.anmok.core.pipeline.StoredCategory;
import dev.anmok.onnx.ModelPack;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/// `anmok classify`: which category photos, or the items of a workspace, belong to.
@Command(
    name = "classify",
    description = {
      "Says which category photos belong to, how sure that is, and what a search may do with it:",
      "'sure' filters, 'likely' is favoured, 'unknown' is neither. Without photos, the items of the",
      "workspace and photos without an item are classified by their photos and remembered."
    })
final class ClassifyCommand implements Callable<Integer> {
  private final Console console;
  @ParentCommand private AnmokCommand root = new AnmokCommand();

  @Parameters(
      arity = "0..*",
      paramLabel = "PATH",
      description = "photos or folders to look at (default: the workspace's items)")
  private List<Path> paths = List.of();

  @Option(
      names = "--profile",
      paramLabel = "NAME|FILE",
      description =
          "whose section category is used (default: the workspace's; zero-shot by the"
              + " shipped taxonomy where there is none)")
  private @Nullable String profile;

  @Option(
      names = "--taxonomy",
      paramLabel = "FILE",
      description = "a taxonomy instead of the profile's")
  private @Nullable Path taxonomy;

  @Option(
      names = "--classifier",
      split = ",",
      paramLabel = "NAME",
      description =
          "zero-shot, a trained classifier or a classifier pack, instead of the profile's")
  private List<String> names = List.of();

  @Option(names = "--format", description = "table or json (default: table)")
  private Format format = Format.TABLE;

  ClassifyCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    var workspace = root.workspace();
    if (paths.isEmpty()) {
      classifyItems(workspace);
      return 0;
    }
    var files = GivenPhotos.of(paths, console).stream().map(GivenPhotos.Given::file).toList();
    if (!Workspace.present(workspace)) {
      var chosen =
          profile == null
              ? CategoryChoice.shipped()
              : Profiles.load(profile).category().orElseGet(CategoryChoice::shipped);
      classify(files, choice(chosen), Models.embedded(), null);
      return 0;
    }
    try (var session = Session.read(workspace, Optional.ofNullable(profile))) {
      var chosen = session.profile().category().orElseGet(CategoryChoice::shipped);
      classify(files, choice(chosen), session.pack(), session.workspace().catalog());
    }
    return 0;
  }

  private CategoryChoice choice(CategoryChoice chosen) throws IOException {
    var choice = taxonomy == null ? chosen : chosen.with(Profiles.taxonomy(taxonomy));
    return names.isEmpty()
        ? choice
        : choice.by(names.stream().map(CategoryChoice.Use::of).toList());
  }

  private void classify(
      List<Path> files, CategoryChoice choice, ModelPack pack, @Nullable Catalog catalogOrNull)
      throws IOException {
    try (var encoder = pack.images();
        var categorizer =
            Categorizer.open(
                choice,
                new Categorizer.Origin(
                    pack, root.workspace(), Models.in(root.workspace()), encoder))) {
      var reader =
          new SightReader(
              PhotoDecoder.open(DecodeLimits.DEFAULT),
              encoder,
              catalogOrNull,
              categorizer.classifier().seesPixels());
      try (var output = new Output()) {
        for (var file : files) {
          var uri = file.toString();
          switch (reader.look(uri)) {
            case Look.Ready(_, var sight) ->
                output.add("photo", uri, categorizer.of(List.of(sight)).getFirst());
            case Look.Rejected(var reason, var detail) -> output.reject(uri, reason, detail);
          }
        }
      }
    }
  }

  private void classifyItems(Path workspace) throws IOException {
    try (var session = Session.update(workspace, Optional.ofNullable(profile));
        var encoder = session.pack().images()) {
      var choice = choice(session.profile().category().orElseGet(CategoryChoice::shipped));
      CategoryJob.Summary summary;
      try (var categorizer = Categorizer.open(choice, session.classifiers(encoder));
          var output = new Output();
          var line = new ProgressLine(console, "classifying")) {
        var job =
            new CategoryJob(
                session.workspace().catalog(),
                session.pack().space(),
                categorizer,
                PhotoDecoder.open(DecodeLimits.DEFAULT));
        summary = job.run(line, output::add);
        ItemCategories.count(session.workspace().catalog(), job.id());
      }
      try (var line = new ProgressLine(console, "indexing")) {
        Indexes.update(session, written -> line.report(written, 0, -1));
      }
      console.say(
          "%d items and photos; %d classified now, %d of them otherwise than before; %s",
          summary.subjects(), summary.made(), summary.changed(), summary.verdicts());
      if (summary.unseen() > 0) {
        console.say("%d have no photo that could be read", summary.unseen());
      }
    }
  }

  /// Prints answers as they come: a line each, or one array of JSON.
  private final class Output implements AutoCloseable {
    private final @Nullable JsonResult json =
        format == Format.JSON ? new JsonResult(console.out()) : null;

    void add(String kind, String name, Categorized found) {
      var runnerUp = found.runnerUp();
      add(kind, name, found.guess(), runnerUp.path(), runnerUp.chance());
    }

    void add(StoredCategory stored) {
      switch (stored.subject()) {
        case StoredCategory.Subject.OfItem(var item) ->
            add("item", item, stored.guess(), stored.runnerUp(), stored.runnerUpChance());
        case StoredCategory.Subject.OfPhoto(var sha256) ->
            add("photo", sha256, stored.guess(), stored.runnerUp(), stored.runnerUpChance());
      }
    }

    private void add(
        String kind, String name, CategoryGuess guess, String runnerUp, double chance) {
      if (json == null) {
        console.print(
            "%s",
            String.format(
                Locale.ROOT,
                "%-8s %.3f  %s  (then %s %.3f)  %s",
                guess.verdict(),
                guess.confidence(),
                guess.path(),
                runnerUp,
                chance,
                Paths.show(name)));
        return;
      }
      Map<String, Object> one = new LinkedHashMap<>();
      one.put(kind, name);
      one.put("verdict", guess.verdict());
      one.put("category", guess instanceof CategoryGuess.Unknown ? "unknown" : guess.path());
      one.put("best", guess.path());
      one.put("confidence", guess.confidence());
      one.put("runner_up", runnerUp);
      one.put("runner_up_confidence", chance);
      json.add(one);
    }

    void reject(String uri, Reason reason, String detail) {
      console.say("%s: %s: %s", uri, reason.code(), detail);
    }

    @Override
    public void close() {
      if (json != null) {
        json.close();
      }
    }
  }
}
