package dev.anmok.app.cli;

import dev.anmok.app.blur.BlurPhoto;
import dev.anmok.app.blur.LabelledBlur;
import dev.anmok.app.blur.MethodFigures;
import dev.anmok.app.json.ShareJson;
import dev.anmok.app.json.Tree;
import dev.anmok.core.evaluate.Interval;
import dev.anmok.core.evaluate.RankTest;
import dev.anmok.core.quality.BlurMeasure;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;

/// Prints how right blur methods are.
///
/// @param measured the labelled photos
/// @param methods figures of each method
record BlurFigures(Console console, LabelledBlur measured, List<MethodFigures> methods) {
  private static final double[] PRECISIONS = {0.9, 0.97};
  private static final double[] RECALLS = {0.5, 0.8};

  void printTables() {
    console.print(
        "%d photos: %d blurry, %d not",
        measured.photos().size(), measured.blurry(), measured.photos().size() - measured.blurry());
    console.print("");
    var at = new Table("method", "blurry over", "precision", "recall", "F1", "for people", "band");
    methods.forEach(m ->
        at.row(
            m.name(),
            Figures.number(m.band().blurryOver()),
            Figures.share(m.at().precision()),
            Figures.share(m.at().recall()),
            interval(m.at().f1Interval()),
            m.forPeople(),
            m.origin()));
    at.print(console.out());
    console.print("");
    var curves =
        new Table(
            "method",
            "area under ROC",
            "recall at precision 0.9",
            "at 0.97",
            "precision at recall 0.5",
            "at 0.8");
    methods.forEach(m ->
        curves.row(
            m.name(),
            interval(m.roc().area()),
            recallAt(m, PRECISIONS[0]),
            recallAt(m, PRECISIONS[1]),
            Figures.share(m.curve().precisionAt(RECALLS[0]).precision()),
            Figures.share(m.curve().precisionAt(RECALLS[1]).precision())));
    curves.print(console.out());
    printTags();
    console.print("");
    var kinds = new Table("measure", "median of blurry", "of the others", "area", "p of rank test");
    for (var measure :
        List.of(
            BlurMeasure.LUMA_MEAN,
            BlurMeasure.LUMA_STD,
            BlurMeasure.LUMA_VARIATION,
            BlurMeasure.LAPLACIAN_STD_8BIT)) {
      var test = RankTest.of(values(measure, true), values(measure, false));
      kinds.row(
          measure.code(),
          Figures.number(median(values(measure, true))),
          Figures.number(median(values(measure, false))),
          Figures.number(area(test)),
          String.format(Locale.ROOT, "%.2g", test.p()));
    }
    kinds.print(console.out());
  }

  private void printTags() {
    var tags = new TreeSet<String>();
    methods.forEach(m -> tags.addAll(m.within().keySet()));
    if (tags.isEmpty()) {
      return;
    }
    console.print("");
    var header = new java.util.ArrayList<>(List.of("area against"));
    methods.forEach(m -> header.add(m.name()));
    var table = new Table(header.toArray(String[]::new));
    for (var tag : tags) {
      var row = new java.util.ArrayList<Object>(List.of(tag + " (" + count(tag) + ")"));
      methods.forEach(m -> {
        var area = m.within().get(tag);
        row.add(area == null ? Figures.NONE : interval(area));
      });
      table.row(row.toArray());
    }
    table.print(console.out());
  }

  private long count(String tag) {
    return measured.photos().stream()
        .filter(photo -> !photo.blurry() && photo.label().tags().contains(tag))
        .count();
  }

  void printJson() {
    var json = new LinkedHashMap<String, Object>();
    json.put("photos", measured.photos().size());
    json.put("blurry", measured.blurry());
    json.put("left_out", measured.leftOut());
    json.put(
        "rejected",
        measured.rejected().stream()
            .map(r ->
                Tree.of("image", r.uri()).and("reason", r.reason()).and("detail", r.detail()).map())
            .toList());
    json.put("methods", methods.stream().map(BlurFigures::json).toList());
    json.put(
        "measures",
        List.of(
                BlurMeasure.LUMA_MEAN,
                BlurMeasure.LUMA_STD,
                BlurMeasure.LUMA_VARIATION,
                BlurMeasure.LAPLACIAN_STD_8BIT)
            .stream()
            .map(this::json)
            .toList());
    JsonResult.print(console.out(), json);
  }

  private Map<String, Object> json(BlurMeasure measure) {
    var test = RankTest.of(values(measure, true), values(measure, false));
    return Tree.of("measure", measure.code())
        .and("median_of_blurry", median(values(measure, true)))
        .and("median_of_others", median(values(measure, false)))
        .and("area", area(test))
        .and("p", test.p())
        .map();
  }

  private static Map<String, Object> json(MethodFigures m) {
    var within = new LinkedHashMap<String, Object>();
    m.within().forEach((tag, area) -> within.put(tag, json(area)));
    var recalls = new LinkedHashMap<String, Object>();
    for (double precision : PRECISIONS) {
      m.curve()
          .recallAt(precision)
          .ifPresent(point -> recalls.put("" + precision, ShareJson.of(point.recall())));
    }
    var precisions = new LinkedHashMap<String, Object>();
    for (double recall : RECALLS) {
      precisions.put("" + recall, ShareJson.of(m.curve().precisionAt(recall).precision()));
    }
    return Tree.of("method", m.name())
        .and("band", m.origin())
        .and("sharp_up_to", m.band().sharpUpTo())
        .and("blurry_over", m.band().blurryOver())
        .and("precision", ShareJson.of(m.at().precision()))
        .and("recall", ShareJson.of(m.at().recall()))
        .and("f1", json(m.at().f1Interval()))
        .and("for_people", m.forPeople())
        .and("unscored", m.unscored())
        .and("area", json(m.roc().area()))
        .and("average_precision", m.curve().averagePrecision())
        .and("recall_at_precision", recalls)
        .and("precision_at_recall", precisions)
        .and("area_against", within)
        .and("false_alarms", m.falseAlarms().stream().map(BlurFigures::json).toList())
        .and("misses", m.misses().stream().map(BlurFigures::json).toList())
        .map();
  }

  private static Map<String, Object> json(MethodFigures.Scored each) {
    return Tree.of("image", each.photo().label().uri()).and("score", each.score()).map();
  }

  private static Map<String, Object> json(Interval interval) {
    return Tree.of("value", interval.value())
        .and("low", interval.low())
        .and("high", interval.high())
        .map();
  }

  private static String recallAt(MethodFigures m, double precision) {
    return m.curve()
        .recallAt(precision)
        .map(point -> Figures.share(point.recall()))
        .orElse("not reached");
  }

  private static String interval(Interval interval) {
    return String.format(
        Locale.ROOT, "%.3f (%.3f..%.3f)", interval.value(), interval.low(), interval.high());
  }

  private double area(RankTest test) {
    return test.u() / ((double) measured.blurry() * (measured.photos().size() - measured.blurry()));
  }

  private double[] values(BlurMeasure measure, boolean blurry) {
    return measured.photos().stream()
        .filter(photo -> photo.blurry() == blurry)
        .map(BlurPhoto::measures)
        .mapToDouble(measures -> measures.value(measure))
        .sorted()
        .toArray();
  }

  private static double median(double[] sorted) {
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }
}
