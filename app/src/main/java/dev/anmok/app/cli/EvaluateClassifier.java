package dev.anmok.app.cli;

import dev.anmok.app.category.Categorizer;
import dev.anmok.app.profile.CategoryChoice;
import dev.anmok.app.train.LabelledVectors;
import dev.anmok.app.workspace.Models;
import dev.anmok.core.classify.Classifier;
import dev.anmok.core.classify.Ensemble;
import dev.anmok.core.classify.Gate;
import dev.anmok.core.classify.Labels;
import dev.anmok.core.classify.Sight;
import dev.anmok.core.classify.View;
import dev.anmok.core.evaluate.ClassifierFigures;
import dev.anmok.core.evaluate.CrossCalibration;
import dev.anmok.core.evaluate.GateFigures;
import dev.anmok.core.evaluate.LabelAnswers;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/// `anmok evaluate classifier`: how good classifiers are alone, together and with more views.
@Command(
    name = "classifier",
    description = {
      "Accuracy, calibration and what the gate lets through, for each classifier alone, all",
      "together, and with further views. Intervals at 95 % draw whole groups of photos; gains are",
      "of the same photos. Photos that a classifier has learnt from say nothing about it."
    })
final class EvaluateClassifier implements Callable<Integer> {
  private final Console console;
  @ParentCommand private EvaluateCommand evaluate = new EvaluateCommand();
  @Mixin private LeafInput input = new LeafInput();

  @Option(
      names = "--classifier",
      split = ",",
      paramLabel = "NAME[=WEIGHT]",
      description =
          "zero-shot, a trained classifier or a classifier pack; several are also asked together"
              + " (default: the profile's)")
  private List<String> names = List.of();

  @Option(
      names = "--views",
      split = ",",
      paramLabel = "V",
      description = "flip, crops: also look at mirrored photos, or at five parts of each")
  private List<String> views = List.of();

  @Option(names = "--confusion", description = "also print who was taken for whom")
  private boolean confusion;

  @Option(names = "--format", description = "table or json (default: table)")
  private Format format = Format.TABLE;

  EvaluateClassifier(Console console) {
    this.console = console;
  }

  /// A way of classifying.
  ///
  /// @param over place of the way that its gain is over; its own if there is none
  private record Way(String name, int over) {}

  @Override
  public Integer call() throws IOException {
    var seen = parseViews();
    var uses = parseNames();
    var workspace = evaluate.workspace();
    input.open(
        workspace,
        at -> {
          var choice = uses.isEmpty() ? at.choice() : at.choice().by(uses);
          var origin =
              new Categorizer.Origin(at.pack(), workspace, Models.in(workspace), at.encoder());
          try (var looks = Looks.open(choice, seen, origin)) {
            LabelledVectors<List<double[]>> found =
                LabelledVectors.find(at.labels(), at.reader(looks.seePixels()), looks::at);
            input.say(console, found);
            if (found.rows().isEmpty()) {
              throw new IOException(input.data() + ": none of its photos could be read");
            }
            report(looks.ways(), answers(found, looks), choice.gate());
          }
        });
    return 0;
  }

  private Set<View> parseViews() {
    var seen = EnumSet.noneOf(View.class);
    for (var name : views) {
      for (var view : View.values()) {
        if (view.code().equals(name)) {
          seen.add(view);
        }
      }
      if (seen.stream().noneMatch(view -> view.code().equals(name))) {
        throw new UsageException("--views may be flip and crops, was '" + name + "'");
      }
    }
    return seen;
  }

  private List<CategoryChoice.Use> parseNames() {
    var uses = new ArrayList<CategoryChoice.Use>();
    for (var text : names) {
      int at = text.indexOf('=');
      var use = CategoryChoice.Use.of(at < 0 ? text : text.substring(0, at));
      try {
        double weight = at < 0 ? 1 : Double.parseDouble(text.substring(at + 1));
        uses.add(new CategoryChoice.Use(use.name(), weight, use.temperature(), null));
      } catch (IllegalArgumentException e) {
        throw new UsageException(
            "--classifier: the weight of " + use.name() + " must be a number above 0");
      }
    }
    return uses;
  }

  /// Every classifier, bare and with views; the ways are those, and the ensembles of each kind.
  private record Looks(
      List<Categorizer> bare,
      List<Categorizer> viewed,
      List<Ensemble> ensembles,
      List<Way> ways,
      Categorizer first)
      implements AutoCloseable {
    static Looks open(CategoryChoice choice, Set<View> views, Categorizer.Origin origin)
        throws IOException {
      var opened = new ArrayList<Categorizer>();
      try {
        for (var kind :
            views.isEmpty() ? List.of(Set.<View>of()) : List.of(Set.<View>of(), views)) {
          for (var use : choice.classifiers()) {
            opened.add(Categorizer.open(choice.by(List.of(use)).seeing(kind), origin));
          }
        }
      } catch (IOException | RuntimeException e) {
        opened.forEach(Categorizer::close);
        throw e;
      }
      int count = choice.classifiers().size();
      var bare = List.copyOf(opened.subList(0, count));
      var viewed = List.copyOf(opened.subList(count, opened.size()));
      var ways = new ArrayList<Way>();
      var uses = choice.classifiers();
      for (int i = 0; i < count; i++) {
        ways.add(new Way(uses.get(i).name(), i == 0 ? i : 0));
      }
      for (int i = 0; i < viewed.size(); i++) {
        ways.add(new Way(uses.get(i).name() + " + views", i));
      }
      var ensembles = new ArrayList<Ensemble>();
      if (count > 1) {
        ways.add(new Way("together", 0));
        ensembles.add(ensemble(uses, bare));
        if (!viewed.isEmpty()) {
          ways.add(new Way("together + views", ways.size() - 1));
          ensembles.add(ensemble(uses, viewed));
        }
      }
      return new Looks(bare, viewed, List.copyOf(ensembles), List.copyOf(ways), bare.getFirst());
    }

    private static Ensemble ensemble(List<CategoryChoice.Use> uses, List<Categorizer> members) {
      var all = new ArrayList<Ensemble.Member>();
      for (int i = 0; i < uses.size(); i++) {
        all.add(new Ensemble.Member(members.get(i).classifier(), uses.get(i).weight()));
      }
      return Ensemble.of(all);
    }

    boolean seePixels() {
      return bare.stream().anyMatch(one -> one.classifier().seesPixels()) || !viewed.isEmpty();
    }

    /// The answers of all ways on a photo, in leaves of the taxonomy.
    List<double[]> at(Sight sight) {
      var answers = new ArrayList<double[]>();
      var plain = answers(bare, sight);
      var more = answers(viewed, sight);
      align(bare, plain, answers);
      align(viewed, more, answers);
      for (int i = 0; i < ensembles.size(); i++) {
        var ensemble = ensembles.get(i);
        var pooled = ensemble.pooled(i == 0 ? plain : more);
        answers.add(Labels.aligned(ensemble.labels(), pooled, first.taxonomy().paths()));
      }
      return answers;
    }

    private static List<double[]> answers(List<Categorizer> of, Sight sight) {
      return of.stream()
          .map(one -> one.classifier().probabilities(List.of(sight)).getFirst())
          .toList();
    }

    private void align(List<Categorizer> of, List<double[]> answers, List<double[]> to) {
      for (int i = 0; i < of.size(); i++) {
        Classifier classifier = of.get(i).classifier();
        to.add(Labels.aligned(classifier.labels(), answers.get(i), first.taxonomy().paths()));
      }
    }

    @Override
    public void close() {
      bare.forEach(Categorizer::close);
      viewed.forEach(Categorizer::close);
    }
  }

  private static List<LabelAnswers> answers(LabelledVectors<List<double[]>> found, Looks looks) {
    var rows = found.rows();
    var all = new ArrayList<LabelAnswers>();
    for (int way = 0; way < looks.ways().size(); way++) {
      int place = way;
      all.add(
          new LabelAnswers(
              looks.first().taxonomy().paths(),
              rows.stream().map(row -> row.seen().get(place)).toList(),
              rows.stream().map(LabelledVectors.Row::path).toList(),
              rows.stream().map(LabelledVectors.Row::group).toList()));
    }
    return all;
  }

  private void report(List<Way> ways, List<LabelAnswers> answers, Gate gate) {
    if (format == Format.JSON) {
      var json = new LinkedHashMap<String, Object>();
      json.put("photos", answers.getFirst().size());
      for (int i = 0; i < ways.size(); i++) {
        json.put(ways.get(i).name(), json(ways.get(i), answers, i, gate));
      }
      JsonResult.print(console.out(), json);
      return;
    }
    console.print(
        "%d photos of %d groups",
        answers.getFirst().size(), answers.getFirst().groups().stream().distinct().count());
    var cross = answers.stream().map(CrossCalibration::of).toList();
    printFigures(ways, answers, cross);
    console.print("");
    printGate(ways, answers, cross, gate);
    if (confusion) {
      for (int i = 0; i < ways.size(); i++) {
        console.print("%n%s", ways.get(i).name());
        ConfusionTable.print(answers.get(i).confusion(), console.out());
      }
    }
  }

  private void printFigures(
      List<Way> ways, List<LabelAnswers> answers, List<CrossCalibration> crosses) {
    var table =
        new Table(
            "classifier",
            "accuracy",
            "gain",
            "head right",
            "top two",
            "calibration error",
            "at a temperature",
            "log loss");
    for (int i = 0; i < ways.size(); i++) {
      var of = answers.get(i);
      var figures = ClassifierFigures.of(of);
      var cross = crosses.get(i);
      var cooled = ClassifierFigures.of(cross.calibrated());
      int over = ways.get(i).over();
      table.row(
          ways.get(i).name(),
          Figures.interval(figures.accuracy()),
          over == i
              ? Figures.NONE
              : Figures.interval(ClassifierFigures.gain(of, answers.get(over)))
                  + " over "
                  + ways.get(over).name(),
          Figures.interval(ClassifierFigures.of(of.heads()).accuracy()),
          Figures.interval(figures.topTwo()),
          Figures.interval(figures.calibrationError()),
          Figures.interval(cooled.calibrationError())
              + " T "
              + Figures.number(cross.temperature().value()),
          Figures.number(figures.logLoss()) + ", then " + Figures.number(cooled.logLoss()));
    }
    table.print(console.out());
  }

  private void printGate(
      List<Way> ways, List<LabelAnswers> answers, List<CrossCalibration> crosses, Gate gate) {
    var table =
        new Table(
            "gate " + gate.sure() + "/" + gate.least(),
            "sure: right",
            "likely: right",
            "unknown: best was right",
            "heads only");
    for (int i = 0; i < ways.size(); i++) {
      for (boolean cooled : List.of(false, true)) {
        var of = cooled ? crosses.get(i).calibrated() : answers.get(i);
        var figures = GateFigures.of(gate, of);
        table.row(
            ways.get(i).name() + (cooled ? ", at a temperature" : ""),
            Shares.show(figures.sure()),
            Shares.show(figures.likely()),
            Shares.show(figures.unknown()),
            figures.heads().successes());
      }
    }
    table.print(console.out());
  }

  private static Map<String, Object> json(
      Way way, List<LabelAnswers> answers, int place, Gate gate) {
    var of = answers.get(place);
    var cross = CrossCalibration.of(of);
    var json = new LinkedHashMap<>(ClassifierJson.of(ClassifierFigures.of(of)));
    json.put("heads", ClassifierJson.of(ClassifierFigures.of(of.heads())));
    json.put("temperature", cross.temperature().value());
    json.put("calibrated", ClassifierJson.of(ClassifierFigures.of(cross.calibrated())));
    if (way.over() != place) {
      json.put("gain", ClassifierJson.of(ClassifierFigures.gain(of, answers.get(way.over()))));
    }
    json.put("gate", ClassifierJson.of(GateFigures.of(gate, of)));
    json.put("gate_calibrated", ClassifierJson.of(GateFigures.of(gate, cross.calibrated())));
    json.put("confusion", ConfusionTable.json(of.confusion()));
    return json;
  }
}
