package dev.anmok.app.cli;

import dev.anmok.app.head.Classifiers;
import dev.anmok.app.report.ClassifierReport;
import dev.anmok.app.report.Language;
import dev.anmok.app.train.LabelledVectors;
import dev.anmok.app.train.TrainedClassifier;
import dev.anmok.core.classify.Sight;
import dev.anmok.core.embed.Embedding;
import dev.anmok.core.evaluate.ClassifierFigures;
import dev.anmok.core.evaluate.LabelAnswers;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/// `anmok train classifier`: fits a linear classifier to photos that people put into categories.
@Command(
    name = "classifier",
    description = {
      "Fits a linear classifier to photos that people put into the leaves of a taxonomy, by",
      "multinomial logistic regression, and says how well classifiers fitted so answer photos they",
      "have not seen. Photos of one group are never both learnt from and predicted. Shrinkage and",
      "temperature are chosen by cross-validation inside the training part. The saved classifier is",
      "fitted to all photos."
    })
final class TrainClassifierCommand implements Callable<Integer> {
  private final Console console;
  @ParentCommand private TrainCommand train = new TrainCommand();
  @Mixin private LeafInput input = new LeafInput();
  @Mixin private SplitOptions held = new SplitOptions();

  @Option(
      names = "--name",
      required = true,
      paramLabel = "NAME",
      description = "the classifier's name")
  private String name = "";

  @Option(
      names = "--html",
      paramLabel = "FILE",
      description = "also write the confusion matrix and the calibration as an HTML report")
  private @Nullable Path html;

  @Option(names = "--format", description = "table or json (default: table)")
  private Format format = Format.TABLE;

  TrainClassifierCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    if (!Classifiers.isName(name) || name.equals("zero-shot")) {
      throw new UsageException(
          "--name must be letters, digits, '-' and '_', at most 64, and not zero-shot; was '"
              + name
              + "'");
    }
    var split = held.split();
    var workspace = train.root().workspace();
    input.open(
        workspace,
        at -> {
          LabelledVectors<Embedding> found =
              LabelledVectors.find(at.labels(), at.reader(false), Sight::embedding);
          input.say(console, found);
          TrainedClassifier trained;
          try {
            trained = TrainedClassifier.train(name, found.rows(), at.choice().taxonomy(), split);
          } catch (IOException e) {
            throw new IOException(input.data() + ": " + e.getMessage(), e);
          }
          var file = new Classifiers(workspace.resolve("classifiers")).save(trained.stored());
          print(trained, file);
        });
    return 0;
  }

  private void print(TrainedClassifier trained, Path file) throws IOException {
    var raw = ClassifierFigures.of(trained.trial().raw());
    var calibrated = ClassifierFigures.of(trained.trial().calibrated());
    var answers = trained.trial().calibrated();
    if (format == Format.JSON) {
      JsonResult.print(console.out(), json(trained, file, raw, calibrated));
    } else {
      console.print(
          "held out    %d photos, %s; lambda %.3g, temperature %.3f",
          answers.size(),
          trained.heldOut(),
          trained.lambda(),
          trained.stored().classifier().temperature().value());
      console.print("accuracy    %s", Figures.interval(calibrated.accuracy()));
      console.print("top two     %s", Figures.interval(calibrated.topTwo()));
      console.print(
          "head right  %s", Figures.interval(ClassifierFigures.of(answers.heads()).accuracy()));
      console.print("macro F1    %.3f", calibrated.macroF1());
      console.print(
          "calibration error %s, before the temperature %s",
          Figures.interval(calibrated.calibrationError()),
          Figures.interval(raw.calibrationError()));
      console.print("log loss    %.3f, before %.3f%n", calibrated.logLoss(), raw.logLoss());
      printClasses(answers);
      console.print("saved       %s", file);
    }
    if (html != null) {
      ClassifierReport.write(
          html,
          new ClassifierReport.Findings(
              name,
              trained.stored().trained(),
              trained.trial().raw(),
              answers,
              Clock.systemUTC().instant(),
              Language.KO));
      console.say("report written to %s", html);
    }
  }

  private void printClasses(LabelAnswers answers) {
    var confusion = answers.confusion();
    var each = new Table("label", "precision", "recall");
    for (var label : confusion.classes()) {
      each.row(
          label, Shares.show(confusion.precision(label)), Shares.show(confusion.recall(label)));
    }
    each.print(console.out());
    console.print("");
    ConfusionTable.print(confusion, console.out());
    console.print("");
  }

  private Map<String, Object> json(
      TrainedClassifier trained, Path file, ClassifierFigures raw, ClassifierFigures calibrated) {
    var answers = trained.trial().calibrated();
    var json = new LinkedHashMap<String, Object>();
    json.put("name", name);
    json.put("file", file.toString());
    json.put("lambda", trained.lambda());
    json.put("temperature", trained.stored().classifier().temperature().value());
    json.put("held_out_by", trained.heldOut());
    json.put("photos", answers.size());
    json.put("held_out", ClassifierJson.of(calibrated));
    json.put("before_temperature", ClassifierJson.of(raw));
    json.put("heads", ClassifierJson.of(ClassifierFigures.of(answers.heads())));
    json.put("confusion", ConfusionTable.json(answers.confusion()));
    return json;
  }
}
