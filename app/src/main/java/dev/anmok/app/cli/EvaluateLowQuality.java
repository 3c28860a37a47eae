package dev.anmok.app.cli;

import dev.anmok.app.album.AlbumContext;
import dev.anmok.app.album.AlbumPhotos;
import dev.anmok.app.album.LabelledQuality;
import dev.anmok.app.album.LowQualityFigures;
import dev.anmok.app.album.LowQualityJob;
import dev.anmok.app.album.LowQualityOptions;
import dev.anmok.app.json.ShareJson;
import dev.anmok.app.profile.Profiles;
import dev.anmok.app.workspace.Calibrations;
import dev.anmok.app.workspace.Session;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/// `anmok evaluate low-quality`: precision and recall of the criteria and the rule on labelled
/// photos of the workspace.
@Command(
    name = "low-quality",
    description = {
      "Precision, recall and false alarms of each criterion and of the rule on labelled photos of",
      "the workspace. auc: how often a good photo has a better value than one with the fault."
    })
final class EvaluateLowQuality implements Callable<Integer> {
  private final Console console;
  @ParentCommand private EvaluateCommand evaluate = new EvaluateCommand();

  @Option(
      names = "--data",
      required = true,
      paramLabel = "FILE",
      description = "CSV with the columns uri and label (good, bad, or faults with + between)")
  private Path data = Path.of("");

  @Option(names = "--profile", paramLabel = "NAME|FILE", description = "another profile")
  private @Nullable String profile;

  @Option(names = "--format", description = "table or json (default: table)")
  private Format format = Format.TABLE;

  EvaluateLowQuality(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    try (var session = Session.read(evaluate.workspace(), Optional.ofNullable(profile))) {
      var figures = LowQualityFigures.of(labelled(session));
      if (format == Format.JSON) {
        JsonResult.print(console.out(), json(figures));
      } else {
        print(figures);
      }
    }
    return 0;
  }

  private LabelledQuality labelled(Session session) throws IOException {
    var pack = session.pack();
    var workspace = session.workspace();
    try (var texts = pack.texts()) {
      var context =
          new AlbumContext(
              session.profile().album().orElseGet(Profiles::shippedAlbum),
              pack,
              texts,
              new Calibrations(workspace.catalog(), pack),
              workspace.folder().resolve("heads"));
      var judge = LowQualityJob.bind(context).judge(LowQualityOptions.DEFAULT);
      var photos = AlbumPhotos.in(workspace.catalog(), pack.space());
      var labelled = LabelledQuality.read(data, photos, judge);
      if (labelled.missing() > 0) {
        console.say("note: %d labelled photos are not in the workspace", labelled.missing());
      }
      return labelled;
    }
  }

  private void print(LowQualityFigures figures) {
    var table = new Table("criterion", "threshold", "auc", "precision", "recall", "false alarms");
    for (var of : figures.criteria()) {
      var at = of.atThreshold();
      table.row(
          of.criterion().name(),
          at.map(each -> of.criterion().bound() + " " + Figures.number(each.threshold()))
              .orElse(Figures.NONE),
          Figures.number(of.auc()),
          at.map(each -> Figures.share(each.precision())).orElse(Figures.NONE),
          at.map(each -> Figures.share(each.recall())).orElse(Figures.NONE),
          at.map(each -> Figures.share(each.falseAlarms())).orElse(Figures.NONE));
    }
    table.print(console.out());
    console.print("");
    var rule = new Table("rule", "share");
    rule.row("precision", Figures.share(figures.precision()));
    rule.row("false alarms", Figures.share(figures.falseAlarms()));
    figures
        .recall()
        .forEach((fault, recall) -> rule.row("recall of " + fault, Figures.share(recall)));
    rule.print(console.out());
  }

  private static Map<String, Object> json(LowQualityFigures figures) {
    var json = new LinkedHashMap<String, Object>();
    json.put("criteria", figures.criteria().stream().map(EvaluateLowQuality::json).toList());
    json.put("precision", ShareJson.of(figures.precision()));
    json.put("false_alarms", ShareJson.of(figures.falseAlarms()));
    var recall = new LinkedHashMap<String, Object>();
    figures.recall().forEach((fault, share) -> recall.put(fault, ShareJson.of(share)));
    json.put("recall", recall);
    return json;
  }

  private static Map<String, Object> json(LowQualityFigures.OfCriterion of) {
    var json = new LinkedHashMap<String, Object>();
    json.put("name", of.criterion().name());
    if (!Double.isNaN(of.auc())) {
      json.put("auc", of.auc());
    }
    of.atThreshold()
        .ifPresent(at -> {
          json.put("threshold", at.threshold());
          json.put("precision", ShareJson.of(at.precision()));
          json.put("recall", ShareJson.of(at.recall()));
          json.put("false_alarms", ShareJson.of(at.falseAlarms()));
        });
    return json;
  }
}
