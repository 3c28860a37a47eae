package dev.anmok.app.report;

import dev.anmok.core.evaluate.CalibrationError;
import dev.anmok.core.evaluate.ClassifierFigures;
import dev.anmok.core.evaluate.Interval;
import dev.anmok.core.evaluate.LabelAnswers;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// Writes what a classifier says of photos that it has not seen as one HTML file: figures, the
/// confusion matrix, and how often its confidences are right.
public final class ClassifierReport {
  private static final Range UNIT = new Range(0, 1);

  private final Words words = Words.load();
  private final Findings findings;

  private ClassifierReport(Findings findings) {
    this.findings = findings;
  }

  /// What the report shows.
  ///
  /// @param name the classifier's
  /// @param trained how it was made, for people
  /// @param raw its answers before the temperature
  /// @param calibrated the same answers after it
  /// @param made when the report was made
  /// @param language the one shown first
  public record Findings(
      String name,
      String trained,
      LabelAnswers raw,
      LabelAnswers calibrated,
      Instant made,
      Language language) {}

  /// Writes the report, replacing the file in one step.
  ///
  /// @throws IOException if the file cannot be written; a file already there is then unchanged
  public static void write(Path file, Findings findings) throws IOException {
    Draft.write(file, new ClassifierReport(findings)::write);
  }

  private void write(Appendable out) throws IOException {
    var page = new Page(words, findings.language(), "page.classifier");
    var writer = new HtmlWriter(out);
    page.open(out, findings.made());
    writer.write(lead());
    writer.write(
        Html.tag("section")
            .holding(new ConfusionFigure(words).of(findings.calibrated().confusion())));
    writer.write(
        Html.tag("section").holding(Html.tag("div", "two").holding(calibration())));
    writer.write(Html.tag("section").holding(labels()));
    page.close(out, Html.tag("p").holding(words.say("classifier.bound")));
  }

  private Html.Tag lead() {
    var figures = ClassifierFigures.of(findings.calibrated());
    var before = ClassifierFigures.of(findings.raw());
    var rows = new ArrayList<Html>();
    rows.add(row("classifier.accuracy", interval(figures.accuracy())));
    rows.add(row("classifier.top-two", interval(figures.topTwo())));
    rows.add(row("classifier.f1", Numbers.fixed(figures.macroF1(), 3)));
    rows.add(row("classifier.error", interval(figures.calibrationError())));
    rows.add(row("classifier.error.before", interval(before.calibrationError())));
    return Html.tag("section", "overview")
        .holding(
            Html.tag("p", "lead")
                .holding(
                    words.say(
                        "classifier.lead",
                        Html.foreign(findings.name()),
                        (long) findings.calibrated().size())),
            Html.tag("p", "soft").holding(Html.foreign(findings.trained())),
            table(rows));
  }

  private Html.Tag row(String key, String value) {
    return Html.tag("tr")
        .holding(Html.tag("td").holding(words.say(key)), Html.tag("td").holding(value));
  }

  private static Html.Tag table(List<Html> rows) {
    return Html.tag("div", "scroll")
        .holding(Html.tag("table", "figures").holding(Html.tag("tbody").holding(rows)));
  }

  /// The share of right answers by confidence, before and after the temperature; the diagonal is
  /// where both agree.
  private Html.Tag calibration() {
    var plot = new Plot(Frame.SQUARE, words, UNIT, UNIT);
    plot.add(Plot.line("zero", plot.x().at(0), plot.y().at(0), plot.x().at(1), plot.y().at(1)));
    plot.path("curve curve-2", path(plot, CalibrationError.bins(findings.raw())));
    plot.path("curve curve-4", path(plot, CalibrationError.bins(findings.calibrated())));
    return new Figure(words, "calibration", Frame.SQUARE, "classifier.calibration")
        .line("curve curve-2", "classifier.calibration.before")
        .line("curve curve-4", "classifier.calibration.after")
        .holding(
            plot.draw("calibration", "axis.confidence", "axis.right"),
            words.say("classifier.calibration.caption"));
  }

  private static String path(Plot plot, List<CalibrationError.Bin> bins) {
    var path = new StringBuilder();
    for (var bin : bins) {
      path.append(path.isEmpty() ? 'M' : 'L')
          .append(Numbers.pixels(plot.x().at(bin.confidence())))
          .append(' ')
          .append(Numbers.pixels(plot.y().at(bin.right())));
    }
    return path.toString();
  }

  private Html.Tag labels() {
    var confusion = findings.calibrated().confusion();
    var head = new ArrayList<Html>();
    for (var key : List.of("label", "precision", "recall")) {
      head.add(Html.tag("th").with("scope", "col").holding(words.say("column." + key)));
    }
    var rows = new ArrayList<Html>();
    rows.add(Html.tag("tr").holding(head));
    for (var label : confusion.classes()) {
      var precision = confusion.precision(label);
      var recall = confusion.recall(label);
      rows.add(
          Html.tag("tr")
              .holding(
                  Html.tag("td").holding(Html.foreign(label)),
                  Html.tag("td")
                      .holding(
                          precision.trials() == 0
                              ? Numbers.NONE
                              : text(precision.share(), precision.low(), precision.high())),
                  Html.tag("td")
                      .holding(
                          recall.trials() == 0
                              ? Numbers.NONE
                              : text(recall.share(), recall.low(), recall.high()))));
    }
    return table(rows);
  }

  private static String interval(Interval of) {
    return text(of.value(), of.low(), of.high());
  }

  private static String text(double value, double low, double high) {
    return Numbers.fixed(value, 2)
        + " ("
        + Numbers.fixed(low, 2)
        + "–"
        + Numbers.fixed(high, 2)
        + ")";
  }
}
