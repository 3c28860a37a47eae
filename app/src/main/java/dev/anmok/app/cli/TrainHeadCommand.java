package dev.anmok.app.cli;

import dev.anmok.app.album.Appraiser;
import dev.anmok.app.head.Heads;
import dev.anmok.app.profile.Profile;
import dev.anmok.app.profile.Profiles;
import dev.anmok.app.source.ScoreFile;
import dev.anmok.app.train.HeadTraining;
import dev.anmok.app.train.HeadTraining.Split;
import dev.anmok.app.train.RatedPhotos;
import dev.anmok.app.workspace.Models;
import dev.anmok.app.workspace.Session;
import dev.anmok.app.workspace.Workspace;
import dev.anmok.codec.PhotoDecoder;
import dev.anmok.core.evaluate.Correlation;
import dev.anmok.core.evaluate.PredictionError;
import dev.anmok.core.image.DecodeLimits;
import dev.anmok.core.pipeline.Catalog;
import dev.anmok.core.score.HighlightLens;
import dev.anmok.core.score.LadderScorer;
import dev.anmok.onnx.ModelPack;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/// `anmok train head`: fits a linear head to scores that people gave.
@Command(
    name = "head",
    description = {
      "Fits a linear head to scores that people gave, by ridge regression, and says how well heads",
      "fitted so predict photos they have not seen. Copies of a photo, and photos of one group,",
      "are never both learnt from and predicted. The saved head is fitted to all photos."
    })
final class TrainHeadCommand implements Callable<Integer> {
  private final Console console;
  @ParentCommand private TrainCommand train = new TrainCommand();

  @Option(
      names = "--data",
      required = true,
      paramLabel = "FILE",
      description =
          "CSV with the columns uri, score (1 to 10) and, where photos belong together," + " group")
  private Path data = Path.of("");

  @Option(
      names = "--photos",
      paramLabel = "DIR",
      description = "folder that the URIs are relative to (default: that of the CSV)")
  private @Nullable Path photos;

  @Option(names = "--name", required = true, paramLabel = "NAME", description = "the head's name")
  private String name = "";

  @Mixin private SplitOptions held = new SplitOptions();

  @Option(
      names = "--lambda",
      paramLabel = "auto|X",
      description = "strength of shrinkage (default: auto, by generalised cross-validation)")
  private String lambda = "auto";

  @Option(names = "--format", description = "table or json (default: table)")
  private Format format = Format.TABLE;

  TrainHeadCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    if (!Heads.isName(name)) {
      throw new UsageException(
          "--name must be letters, digits, '-' and '_', at most 64; was '" + name + "'");
    }
    var split = held.split();
    double strength = strength();
    var folder = photos == null ? data.toAbsolutePath().getParent() : photos;
    var scores = ScoreFile.read(data, folder == null ? Path.of("") : folder);
    var workspace = train.root().workspace();
    if (!Workspace.present(workspace)) {
      run(Profiles.load("album"), Models.embedded(), null, scores, split, strength);
    } else {
      try (var session = Session.read(workspace, Optional.empty())) {
        var catalog = session.workspace().catalog();
        run(session.profile(), session.pack(), catalog, scores, split, strength);
      }
    }
    return 0;
  }

  private double strength() {
    if (lambda.equals("auto")) {
      return 0;
    }
    try {
      double value = Double.parseDouble(lambda);
      if (value > 0 && Double.isFinite(value)) {
        return value;
      }
    } catch (NumberFormatException e) {
      // falls through to the one message for all that does not fit
    }
    throw new UsageException("--lambda must be auto or a number above 0, was " + lambda);
  }

  private void run(
      Profile profile,
      ModelPack pack,
      @Nullable Catalog catalog,
      java.util.List<ScoreFile.Row> scores,
      Split split,
      double strength)
      throws IOException {
    RatedPhotos rated;
    try (var encoder = pack.images()) {
      var appraiser = new Appraiser(PhotoDecoder.open(DecodeLimits.DEFAULT), encoder);
      rated = RatedPhotos.find(scores, new RatedPhotos.Origin(catalog, pack.space(), appraiser));
    }
    say(rated);
    var training = new HeadTraining(rated.rows(), split, strength);
    HeadTraining.Trained trained;
    try {
      trained = training.train(name);
    } catch (IOException e) {
      throw new IOException(data + ": " + e.getMessage(), e);
    }
    var ladder = ladder(profile, pack, training);
    var file = new Heads(train.root().workspace().resolve("heads")).save(trained.head());
    print(trained, ladder, training.describe(), file);
  }

  private void say(RatedPhotos rated) {
    rated.rejected().forEach(line -> console.say("left out: %s", line));
    if (!rated.missing().isEmpty()) {
      console.say(
          "left out: %d photos that are neither in the workspace nor on the disk, such as %s",
          rated.missing().size(), rated.missing().getFirst());
    }
    if (rated.copies() > 0) {
      console.say("note: %d rows are copies of others; their mean counts", rated.copies());
    }
  }

  private static Optional<PredictionError> ladder(
      Profile profile, ModelPack pack, HeadTraining training) throws IOException {
    var lens = profile.album().orElseGet(Profiles::shippedAlbum).highlights().lens();
    if (!(lens instanceof HighlightLens.Ladder ladder)) {
      return Optional.empty();
    }
    try (var texts = pack.texts()) {
      return Optional.of(training.compare(LadderScorer.bind(ladder, texts)));
    }
  }

  private void print(
      HeadTraining.Trained trained, Optional<PredictionError> ladder, String heldOut, Path file) {
    var head = trained.heldOut();
    if (format == Format.JSON) {
      var json = new LinkedHashMap<String, Object>();
      json.put("name", name);
      json.put("file", file.toString());
      json.put("lambda", trained.lambda());
      json.put("held_out_by", heldOut);
      json.put("held_out", json(head));
      ladder.ifPresent(error -> json.put("ladder", json(error)));
      JsonResult.print(console.out(), json);
    } else {
      console.print(
          "held out    %d photos, %s; lambda %.4g", head.count(), heldOut, trained.lambda());
      var table = new Table("lens", "Spearman (95 %)", "Pearson (95 %)", "RMSE");
      row(table, "head, held out", head);
      ladder.ifPresent(error -> row(table, "ladder", error));
      table.row("the mean score", "", "", number(head.meanRmse()));
      table.print(console.out());
      console.print("saved       %s", file);
    }
    if (!head.spearman().map(Correlation::differsFromZero).orElse(false)) {
      console.say(
          "note: the interval of Spearman's correlation holds 0: nothing shows that the head has"
              + " learnt the scores");
    }
    if (head.rmse() >= head.meanRmse()) {
      console.say(
          "note: the mean score alone predicts better (RMSE): trust the order of this head's scores"
              + " more than their values");
    }
  }

  private static void row(Table table, String lens, PredictionError error) {
    table.row(lens, text(error.spearman()), text(error.pearson()), number(error.rmse()));
  }

  private static String text(Optional<Correlation> correlation) {
    return correlation
        .map(found ->
            number(found.value()) + " (" + number(found.low()) + ".." + number(found.high()) + ")")
        .orElse("not defined");
  }

  private static Map<String, Object> json(PredictionError error) {
    var json = new LinkedHashMap<String, Object>();
    json.put("photos", error.count());
    error.spearman().ifPresent(found -> json.put("spearman", json(found)));
    error.pearson().ifPresent(found -> json.put("pearson", json(found)));
    json.put("rmse", error.rmse());
    json.put("rmse_of_the_mean", error.meanRmse());
    return json;
  }

  private static Map<String, Double> json(Correlation found) {
    var json = new LinkedHashMap<String, Double>();
    json.put("value", found.value());
    json.put("low", found.low());
    json.put("high", found.high());
    return json;
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.3f", value);
  }
}
