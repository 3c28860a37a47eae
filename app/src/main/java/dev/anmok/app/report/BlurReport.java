package dev.anmok.app.report;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/// Writes how methods tell blurred photos from clear ones as one HTML file: figures, curves,
/// distributions of both kinds, and the photos that each method is most wrong about.
public final class BlurReport {
  private final Words words = Words.load();
  private final BlurFindings findings;
  private final Thumbnails thumbnails;

  private BlurReport(BlurFindings findings, Thumbnails thumbnails) {
    this.findings = findings;
    this.thumbnails = thumbnails;
  }

  /// Writes the report, replacing the file in one step.
  ///
  /// @throws IOException if the file cannot be written; a file already there is then unchanged
  public static void write(Path file, BlurFindings findings, Thumbnails thumbnails)
      throws IOException {
    var report = new BlurReport(findings, thumbnails);
    Draft.write(file, report::write);
  }

  private void write(Appendable out) throws IOException {
    var page = new Page(words, findings.language(), "page.blur");
    var writer = new HtmlWriter(out);
    page.open(out, findings.made());
    writer.write(lead());
    var curves = new BlurCurves(words, findings.methods());
    writer.write(
        Html.tag("section")
            .holding(
                Html.tag("h2").holding(words.say("blur.curves")),
                Html.tag("div", "two")
                    .holding(curves.precisionAndRecall(share()), curves.characteristic())));
    writer.write(
        Html.tag("section")
            .holding(
                Html.tag("h2").holding(words.say("blur.measures")),
                Html.tag("p", "soft").holding(words.say("blur.measures.why")),
                Html.tag("div", "two")
                    .holding(
                        findings.measures().stream().map(new KindsFigure(words)::of).toList())));
    for (var method : findings.methods()) {
      writer.write(wrong(method));
    }
    page.close(out, Html.tag("p").holding(words.say("blur.bound")));
  }

  private double share() {
    return (double) findings.blurry() / (findings.blurry() + findings.clear());
  }

  private Html.Tag lead() {
    return Html.tag("section", "overview")
        .holding(
            Html.tag("p", "lead")
                .holding(
                    words.say(
                        "blur.lead",
                        Html.foreign(findings.labels()),
                        findings.blurry(),
                        findings.clear())),
            Html.tag("p", "soft").holding(words.say("blur.rule")),
            table());
  }

  private Html.Tag table() {
    var head = new ArrayList<Html>();
    for (var key : List.of("method", "threshold", "precision", "recall", "f1", "area")) {
      head.add(Html.tag("th").with("scope", "col").holding(words.say("column." + key)));
    }
    var rows = new ArrayList<Html>();
    for (var method : findings.methods()) {
      var area = method.roc().area();
      var f1 = method.at().f1Interval();
      var precision = method.at().precision();
      var recall = method.at().recall();
      rows.add(
          row(
              method.name(),
              Numbers.fixed(method.threshold(), 3),
              precision.trials() == 0
                  ? Numbers.NONE
                  : interval(precision.share(), precision.low(), precision.high()),
              interval(recall.share(), recall.low(), recall.high()),
              interval(f1.value(), f1.low(), f1.high()),
              interval(area.value(), area.low(), area.high())));
    }
    return Html.tag("div", "scroll")
        .holding(
            Html.tag("table", "figures")
                .holding(
                    Html.tag("thead").holding(Html.tag("tr").holding(head)),
                    Html.tag("tbody").holding(rows)));
  }

  private static Html.Tag row(String... cells) {
    var row = Html.tag("tr");
    for (var cell : cells) {
      row = row.holding(Html.tag("td").holding(cell));
    }
    return row;
  }

  private static String interval(double value, double low, double high) {
    return Numbers.fixed(value, 2)
        + " ("
        + Numbers.fixed(low, 2)
        + "–"
        + Numbers.fixed(high, 2)
        + ")";
  }

  private Html.Tag wrong(BlurFindings.Method method) {
    return Html.tag("section")
        .holding(
            Html.tag("h2").holding(Html.foreign(method.name())),
            strip("blur.alarms", method.falseAlarms(), method.at().alarms()),
            strip("blur.misses", method.misses(), method.at().misses()));
  }

  private Html strip(String key, List<BlurFindings.Shown> photos, long all) {
    var phrase = photos.size() < all ? key : key + ".all";
    var heading = Html.tag("h3").holding(words.say(phrase, (long) photos.size(), all));
    if (photos.isEmpty()) {
      return heading;
    }
    return Html.many(
        heading, Html.tag("ul", "strip large").holding(photos.stream().map(this::cell).toList()));
  }

  private Html.Tag cell(BlurFindings.Shown photo) {
    var score = Numbers.fixed(photo.score(), 3);
    var name = photo.uri().substring(photo.uri().lastIndexOf('/') + 1);
    var picture =
        thumbnails
            .jpeg(photo.uri())
            .map(bytes -> "data:image/jpeg;base64," + Base64.getEncoder().encodeToString(bytes))
            .map(data -> Html.tag("img").with("src", data).with("alt", name + " · " + score))
            .orElseGet(() -> Html.tag("span", "blank").holding(words.say("picture.none")));
    return Html.tag("li")
        .with("title", photo.uri())
        .holding(
            picture, Html.tag("b").holding(score), Html.tag("small").holding(Html.foreign(name)));
  }
}
