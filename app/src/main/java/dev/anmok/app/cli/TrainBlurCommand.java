package dev.anmok.app.cli;

import dev.anmok.app.blur.BlurExample;
import dev.anmok.app.blur.BlurModels;
import dev.anmok.app.blur.BlurTrainer;
import dev.anmok.app.blur.LabelledBlur;
import dev.anmok.app.blur.Networks;
import dev.anmok.app.blur.OpenNet;
import dev.anmok.app.blur.SyntheticBlur;
import dev.anmok.app.json.ShareJson;
import dev.anmok.app.json.Tree;
import dev.anmok.app.source.BlurLabels;
import dev.anmok.codec.PhotoDecoder;
import dev.anmok.codec.PhotoWriter;
import dev.anmok.core.evaluate.PrecisionRecallCurve;
import dev.anmok.core.image.BlurPlan;
import dev.anmok.core.image.DecodeLimits;
import dev.anmok.core.image.Recompression;
import dev.anmok.core.pipeline.FolderSource;
import dev.anmok.core.quality.BlurTraining;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/// `anmok train blur`: fits a model on the blur measures.
@Command(
    name = "blur",
    description = {
      "Fits a model on the blur measures to copies of sharp photos, half of them blurred, to labelled",
      "photos, or to both. Copies of a photo and photos of one group are never both learnt from and",
      "held out. Rows of the split test are never looked at."
    })
final class TrainBlurCommand implements Callable<Integer> {
  private final Console console;
  @ParentCommand private TrainCommand train = new TrainCommand();

  @Option(
      names = "--from-sharp",
      paramLabel = "DIR|FILE",
      description =
          "folder of sharp photos, or a labels file (.csv) whose sharp and flat ones are taken")
  private @Nullable Path sharp;

  @Option(
      names = "--copies",
      paramLabel = "N",
      description = "copies of each sharp photo, at least 2, half of them blurred (default: 8)")
  private int copies = 8;

  @Option(names = "--seed", paramLabel = "S", description = "of the copies (default: 1)")
  private long seed = 1;

  @Option(
      names = "--keep",
      paramLabel = "DIR",
      description = "also write the copies here, to look at (default: nothing is written)")
  private @Nullable Path keep;

  @Option(
      names = "--data",
      paramLabel = "FILE",
      description = "CSV with the columns path, label and, if there, group and split")
  private @Nullable Path data;

  @Mixin private BlurLabelOptions options = new BlurLabelOptions();

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "where to write it (default: blur/learned.json in the workspace)")
  private @Nullable Path out;

  @Option(
      names = "--with-net",
      description = "let the model also look at what the network bdnet says, which takes longer")
  private boolean withNet;

  @Option(names = "--format", description = "table or json (default: table)")
  private Format format = Format.TABLE;

  TrainBlurCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    check();
    var examples = new ArrayList<BlurExample>();
    var from = new ArrayList<String>();
    var labels =
        data == null ? Optional.<BlurLabels>empty() : Optional.of(options.read(data, console));
    if (sharp != null) {
      examples.addAll(copies(sharp, labels));
      from.add(copies + " copies of each sharp photo, seed " + seed);
    }
    if (labels.isPresent()) {
      int made = examples.size();
      examples.addAll(hand(labels.get()));
      from.add((examples.size() - made) + " labelled photos");
    }
    BlurTrainer.Trained trained;
    try {
      trained = new BlurTrainer(examples).train("learned", String.join("; ", from));
    } catch (IOException e) {
      throw new IOException((data == null ? sharp : data) + ": " + e.getMessage(), e);
    }
    var file =
        out == null
            ? new BlurModels(train.root().workspace().resolve(BlurSession.FOLDER)).file()
            : out;
    BlurModels.write(file, trained.model());
    print(trained, file);
    return 0;
  }

  private @Nullable OpenNet net() throws IOException {
    return withNet ? Networks.shipped() : null;
  }

  private void check() {
    if (sharp == null && data == null) {
      throw new UsageException("train blur needs --from-sharp DIR, --data FILE, or both");
    }
    if (copies < 2 || copies > 1000) {
      throw new UsageException("--copies must be 2..1000, was " + copies);
    }
    if (sharp != null && !Files.exists(sharp)) {
      throw new UsageException("--from-sharp " + sharp + ": no such folder or file");
    }
  }

  private List<BlurExample> hand(BlurLabels labels) throws IOException {
    var chosen = labels.forChoosing();
    LabelledBlur measured;
    try (var net = net()) {
      measured = BlurLabelOptions.measure(chosen, BlurLabelOptions.eye(net), console);
    }
    if (sharp == null) {
      measured.requireEnough(labels.file().toString());
    }
    return measured.photos().stream()
        .map(photo ->
            new BlurExample(
                photo.label().group(),
                BlurExample.HAND,
                new BlurTraining.Example(photo.measures(), photo.blurry())))
        .toList();
  }

  private List<BlurExample> copies(Path from, Optional<BlurLabels> labels) throws IOException {
    var photos = sharp(from, labels);
    var limits = DecodeLimits.DEFAULT;
    var jpeg = new Recompression(PhotoWriter.open(), PhotoDecoder.open(limits));
    try (var net = net();
        var line = new ProgressLine(console, "spoiling")) {
      var eye = BlurLabelOptions.eye(net);
      var maker = new SyntheticBlur(new BlurPlan(seed, copies), eye, jpeg, keep);
      var made = maker.make(photos, line);
      for (var rejection : made.rejected()) {
        console.say(
            "left out: %s: %s: %s", rejection.uri(), rejection.reason(), rejection.detail());
      }
      if (made.examples().isEmpty()) {
        throw new IOException(from + ": no sharp photo there could be read");
      }
      return made.examples();
    }
  }

  /// The sharp photos of a folder, or of a file of labels, without those that may not be trained
  /// on.
  private List<SyntheticBlur.Sharp> sharp(Path from, Optional<BlurLabels> labels)
      throws IOException {
    var barred = new Barred(labels.map(BlurLabels::rows).orElse(List.of()));
    return (Files.isDirectory(from) ? barred.folder(from) : listed(from))
        .stream().filter(barred::leaves).toList();
  }

  /// What the labels keep from training: photos that they do not call clear, and all photos of the
  /// groups that they keep for testing.
  private record Barred(List<BlurLabels.Row> rows) {
    boolean leaves(SyntheticBlur.Sharp photo) {
      return rows.stream()
          .noneMatch(row ->
              row.uri().equals(photo.uri())
                  ? row.test() || !clear(row)
                  : row.test() && row.group().equals(photo.group()));
    }

    /// The group of a photo without a label is its file's name.
    List<SyntheticBlur.Sharp> folder(Path folder) throws IOException {
      var groups = new LinkedHashMap<String, String>();
      rows.forEach(row -> groups.put(row.uri(), row.group()));
      try (var photos = FolderSource.of(folder).photos()) {
        return photos
            .map(photo -> photo.uri())
            .map(uri -> new SyntheticBlur.Sharp(uri, groups.getOrDefault(uri, name(uri))))
            .toList();
      }
    }
  }

  private List<SyntheticBlur.Sharp> listed(Path file) throws IOException {
    return options.read(file, console).forChoosing().rows().stream()
        .filter(TrainBlurCommand::clear)
        .map(row -> new SyntheticBlur.Sharp(row.uri(), row.group()))
        .toList();
  }

  private static boolean clear(BlurLabels.Row row) {
    return row.truth() == BlurLabels.Truth.SHARP || row.truth() == BlurLabels.Truth.FLAT;
  }

  private static String name(String uri) {
    return "" + Path.of(uri).getFileName();
  }

  private void print(BlurTrainer.Trained trained, Path file) {
    var heldOut = trained.heldOut();
    var area = heldOut.roc().area();
    var band = trained.model().method().band();
    if (format == Format.JSON) {
      var kinds = new LinkedHashMap<String, Object>();
      trained.overBand().forEach((kind, share) -> kinds.put(kind, ShareJson.of(share)));
      JsonResult.print(
          console.out(),
          Tree.of("name", trained.model().name())
              .and("file", file.toString())
              .and("trained", trained.model().trained())
              .and("held_out", trained.model().heldOut())
              .and("sharp_up_to", band.sharpUpTo())
              .and("blurry_over", band.blurryOver())
              .and("over_band", kinds)
              .map());
      return;
    }
    console.print("trained     %s", trained.model().trained());
    console.print(
        "held out    area %.3f (%.3f..%.3f), recall at precision 0.9 %s, at 0.97 %s",
        area.value(),
        area.low(),
        area.high(),
        recall(heldOut.curve(), 0.9),
        recall(heldOut.curve(), 0.97));
    console.print(
        "band        sharp up to %s, blurry over %s",
        Figures.number(band.sharpUpTo()), Figures.number(band.blurryOver()));
    var table = new Table("held out", "over the band");
    trained.overBand().forEach((kind, share) -> table.row(kind, Figures.share(share)));
    table.print(console.out());
    console.print("saved       %s", file);
  }

  private static String recall(PrecisionRecallCurve curve, double precision) {
    return curve
        .recallAt(precision)
        .map(point -> Figures.share(point.recall()))
        .orElse("not reached");
  }
}
