package dev.anmok.app.cli;

import dev.anmok.app.album.AlbumContext;
import dev.anmok.app.album.AlbumPhotos;
import dev.anmok.app.album.CategoriesAnswer;
import dev.anmok.app.album.CategoriesJob;
import dev.anmok.app.album.CategoriesOptions;
import dev.anmok.app.profile.Profile;
import dev.anmok.app.profile.Profiles;
import dev.anmok.app.workspace.Calibrations;
import dev.anmok.app.workspace.Models;
import dev.anmok.app.workspace.Session;
import dev.anmok.core.evaluate.ConfusionMatrix;
import dev.anmok.core.evaluate.Proportion;
import dev.anmok.core.score.Category;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/// `anmok evaluate categories`: how often the categories are right, with groups and without.
@Command(
    name = "categories",
    description = {
      "Accuracy, precision and recall of the categories on labelled photos, with Wilson intervals.",
      "Groups are made of the labelled photos alone."
    })
final class EvaluateCategories implements Callable<Integer> {
  private final Console console;
  @ParentCommand private EvaluateCommand evaluate = new EvaluateCommand();
  @Mixin private CategoryFile file = new CategoryFile();

  @Option(
      names = "--data",
      paramLabel = "FILE",
      required = true,
      description = "CSV with the columns uri and category ('others' for none)")
  private Path data = Path.of("");

  @Option(names = "--profile", paramLabel = "NAME|FILE", description = "another profile")
  private @Nullable String profile;

  @Option(names = "--per-photo", description = "the tables on photos judged each for itself")
  private boolean perPhoto;

  @Option(
      names = "--floor",
      paramLabel = "X",
      description = "another floor of groups: smallest cosine to the medoid, -1 to 1")
  private @Nullable Double floor;

  @Option(names = "--mistakes", description = "list every photo that is wrong")
  private boolean mistakes;

  @Option(names = "--format", description = "table or json (default: table)")
  private Format format = Format.TABLE;

  EvaluateCategories(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    if (floor != null && !(floor >= -1 && floor <= 1)) {
      throw new UsageException("--floor must be a number from -1 to 1, was " + floor);
    }
    var workspace = evaluate.workspace();
    if (!Files.isDirectory(workspace)) {
      run(
          new Calibrations(null, Models.embedded()),
          Profiles.load(profile == null ? "album" : profile),
          workspace);
      return 0;
    }
    try (var session = Session.read(workspace, Optional.ofNullable(profile))) {
      var calibrations = new Calibrations(session.workspace().catalog(), session.pack());
      run(calibrations, session.profile(), workspace);
    }
    return 0;
  }

  /// Answers of one way of judging, beside the truth.
  private record Judged(String way, CategoriesAnswer answer, List<String> labels) {
    ConfusionMatrix confusion(List<String> classes) {
      var confusion = new ConfusionMatrix(classes);
      for (int i = 0; i < labels.size(); i++) {
        confusion.add(labels.get(i), answer.decision(i).category());
      }
      return confusion;
    }

    /// Photos of a category whose best category, rejected or not, is the right one.
    Proportion best() {
      long right = 0;
      long all = 0;
      for (int i = 0; i < labels.size(); i++) {
        if (!labels.get(i).equals(Category.OTHERS)) {
          all++;
          var best = answer.decision(i).scores().getFirst().category();
          right += best.equals(labels.get(i)) ? 1 : 0;
        }
      }
      return new Proportion(right, all);
    }

    /// Right ones among the photos that got a category.
    Proportion precision() {
      long right = 0;
      long given = 0;
      for (int i = 0; i < labels.size(); i++) {
        var category = answer.decision(i).category();
        given += category.equals(Category.OTHERS) ? 0 : 1;
        right += !category.equals(Category.OTHERS) && category.equals(labels.get(i)) ? 1 : 0;
      }
      return new Proportion(right, given);
    }

    Proportion rejected() {
      long rejected = 0;
      for (int i = 0; i < labels.size(); i++) {
        rejected += answer.decision(i).category().equals(Category.OTHERS) ? 1 : 0;
      }
      return new Proportion(rejected, labels.size());
    }
  }

  private void run(Calibrations calibrations, Profile chosen, Path workspace) throws IOException {
    var pack = calibrations.pack();
    var album = chosen.album().orElseGet(Profiles::shippedAlbum);
    var categories = file.choose(album.categories(), console);
    var photos = LabelledPhotos.read(data, categories, calibrations, console);
    try (var texts = pack.texts()) {
      var heads = workspace.resolve("heads");
      var bound =
          CategoriesJob.bind(
              new AlbumContext(album.with(categories), pack, texts, calibrations, heads));
      var machine = bound.unreviewed();
      var job = floor == null ? machine : machine.withGroupFloor(floor);
      job.numbers().note().ifPresent(note -> console.say("note: %s", note));
      var ways = new ArrayList<Judged>();
      for (boolean single : List.of(perPhoto, !perPhoto)) {
        var answer = job.answer(AlbumPhotos.of(photos.photos()), new CategoriesOptions(1, single));
        ways.add(new Judged(single ? "per photo" : "groups", answer, photos.labels()));
      }
      var classes = new ArrayList<>(categories.names());
      classes.add(Category.OTHERS);
      if (format == Format.JSON) {
        JsonResult.print(console.out(), json(ways, classes));
      } else {
        print(job, ways, classes);
      }
    }
  }

  private void print(CategoriesJob job, List<Judged> ways, List<String> classes) {
    console.print(
        "%d photos; limits: %s; floor of groups %.4f",
        ways.getFirst().labels().size(), job.numbers().origin(), job.numbers().groupFloor());
    var summary =
        new Table("judged", "vectors", "best is right", "all right", "precision", "rejected");
    for (var way : ways) {
      summary.row(
          way.way(),
          way.answer().groups(),
          Shares.show(way.best()),
          Shares.show(way.confusion(classes).accuracy()),
          Shares.show(way.precision()),
          Shares.show(way.rejected()));
    }
    summary.print(console.out());
    var confusion = ways.getFirst().confusion(classes);
    console.print("");
    var each = new Table("category (" + ways.getFirst().way() + ")", "precision", "recall");
    classes.forEach(name ->
        each.row(
            name, Shares.show(confusion.precision(name)), Shares.show(confusion.recall(name))));
    each.print(console.out());
    console.print("");
    ConfusionTable.print(confusion, console.out());
    if (mistakes) {
      printMistakes(ways.getFirst());
    }
  }

  private void printMistakes(Judged way) {
    console.print("");
    var table = new Table("photo", "is", "taken for", "best", "reason");
    for (int i = 0; i < way.labels().size(); i++) {
      var decision = way.answer().decision(i);
      if (!decision.category().equals(way.labels().get(i))) {
        table.row(
            Paths.show(way.answer().uri(i)),
            way.labels().get(i),
            decision.category(),
            decision.scores().getFirst().category(),
            decision.reason().code());
      }
    }
    table.print(console.out());
  }

  private static Map<String, Object> json(List<Judged> ways, List<String> classes) {
    var json = new LinkedHashMap<String, Object>();
    json.put("photos", ways.getFirst().labels().size());
    for (var way : ways) {
      var confusion = way.confusion(classes);
      var one = new LinkedHashMap<String, Object>();
      one.put("vectors", way.answer().groups());
      one.put("best_is_right", json(way.best()));
      one.put("accuracy", json(confusion.accuracy()));
      one.put("precision", json(way.precision()));
      one.put("rejected", json(way.rejected()));
      var categories = new LinkedHashMap<String, Object>();
      for (var name : classes) {
        var taken = new LinkedHashMap<String, Object>();
        for (var predicted : classes) {
          long count = confusion.count(name, predicted);
          if (count > 0) {
            taken.put(predicted, count);
          }
        }
        categories.put(
            name,
            Map.of(
                "precision", json(confusion.precision(name)),
                "recall", json(confusion.recall(name)),
                "taken_for", taken));
      }
      one.put("categories", categories);
      json.put(way.way().replace(' ', '_'), one);
    }
    return json;
  }

  private static Map<String, Object> json(Proportion share) {
    var json = new LinkedHashMap<String, Object>();
    json.put("share", share.share());
    json.put("low", share.low());
    json.put("high", share.high());
    json.put("right", share.successes());
    json.put("of", share.trials());
    return json;
  }
}
