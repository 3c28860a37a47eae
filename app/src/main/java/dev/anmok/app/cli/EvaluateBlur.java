package dev.anmok.app.cli;

import dev.anmok.app.blur.BlurMethods;
import dev.anmok.app.blur.BlurPhoto;
import dev.anmok.app.blur.LabelledBlur;
import dev.anmok.app.blur.MethodFigures;
import dev.anmok.app.report.BlurFindings;
import dev.anmok.app.report.BlurReport;
import dev.anmok.app.report.Language;
import dev.anmok.app.workspace.DecodedThumbnails;
import dev.anmok.core.quality.BlurMeasure;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/// `anmok evaluate blur`: all methods on the same labelled photos.
@Command(
    name = "blur",
    description = {
      "Precision, recall, F1 and curves of all blur methods on the same labelled photos, with 95 %",
      "intervals. Photos labelled flat count as not blurry; unsure, too dark and too bright ones are",
      "left out."
    })
final class EvaluateBlur implements Callable<Integer> {
  private static final List<BlurMeasure> SHOWN =
      List.of(
          BlurMeasure.LUMA_MEAN,
          BlurMeasure.LUMA_STD,
          BlurMeasure.LUMA_VARIATION,
          BlurMeasure.LAPLACIAN_STD_8BIT);

  private final Console console;
  @ParentCommand private EvaluateCommand evaluate = new EvaluateCommand();

  @Option(
      names = "--data",
      required = true,
      paramLabel = "FILE",
      description = "CSV with the columns path, label and, if there, kind, tags, group, split")
  private Path data = Path.of("");

  @Mixin private BlurLabelOptions options = new BlurLabelOptions();

  @Option(
      names = "--split",
      paramLabel = "NAME",
      description = "only rows with this in the column split, such as test (default: all)")
  private @Nullable String split;

  @Option(names = "--report", paramLabel = "FILE", description = "also write an HTML report")
  private @Nullable Path report;

  @Option(names = "--language", description = "language of the report: ko or en (default: en)")
  private Language language = Language.EN;

  @Option(names = "--format", description = "table or json (default: table)")
  private Format format = Format.TABLE;

  EvaluateBlur(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    var all = options.read(data, console);
    var labels = split == null ? all : all.split(split);
    var measured = BlurLabelOptions.measure(labels, console);
    measured.requireBothKinds(data.toString());
    if (measured.blurry() < LabelledBlur.FEWEST) {
      console.say(
          "note: only %d blurry photos: the intervals are wide, trust no figure without its interval",
          measured.blurry());
    }
    var figures = figures(measured.photos());
    var output = new BlurFigures(console, measured, figures);
    if (format == Format.JSON) {
      output.printJson();
    } else {
      output.printTables();
    }
    if (report != null) {
      BlurReport.write(report, findings(measured, figures), DecodedThumbnails.open());
      console.say("report: %s", report);
    }
    return 0;
  }

  /// A method that cannot be used is said and left out: the others can still be compared.
  private List<MethodFigures> figures(List<BlurPhoto> photos) throws IOException {
    var figures = new ArrayList<MethodFigures>();
    try (var session = BlurSession.read(evaluate.workspace())) {
      for (var name : BlurMethods.NAMES) {
        BlurMethods.Found found;
        try {
          found = session.methods().look(name);
        } catch (IOException e) {
          console.say("left out: %s: %s", name, String.valueOf(e.getMessage()));
          continue;
        }
        if (MethodFigures.possible(found.method(), photos)) {
          figures.add(MethodFigures.of(found, photos));
        } else {
          console.say("left out: %s: its measures were not taken of these photos", name);
        }
      }
    }
    return figures;
  }

  private BlurFindings findings(LabelledBlur measured, List<MethodFigures> figures) {
    return new BlurFindings(
        "" + data.getFileName(),
        measured.blurry(),
        measured.photos().size() - measured.blurry(),
        Instant.now(),
        language,
        figures.stream().map(EvaluateBlur::shown).toList(),
        SHOWN.stream().map(measure -> distribution(measure, measured.photos())).toList());
  }

  private static BlurFindings.Method shown(MethodFigures figures) {
    return new BlurFindings.Method(
        figures.name(),
        figures.band().blurryOver(),
        figures.at(),
        figures.roc(),
        figures.curve(),
        shown(figures.falseAlarms()),
        shown(figures.misses()));
  }

  private static List<BlurFindings.Shown> shown(List<MethodFigures.Scored> photos) {
    return photos.stream()
        .map(each -> new BlurFindings.Shown(each.photo().label().uri(), each.score()))
        .toList();
  }

  private static BlurFindings.Measure distribution(BlurMeasure measure, List<BlurPhoto> photos) {
    return new BlurFindings.Measure(
        measure.code(), values(measure, photos, true), values(measure, photos, false));
  }

  private static List<Double> values(BlurMeasure measure, List<BlurPhoto> photos, boolean blurry) {
    return photos.stream()
        .filter(photo -> photo.blurry() == blurry)
        .map(photo -> photo.measures().value(measure))
        .toList();
  }
}
