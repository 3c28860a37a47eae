package dev.anmok.app.report;

import java.util.List;

/// The first look at all items: how many, how far the scores reach, which ones to show.
final class Survey {
  private final LensFacts lens;
  private final Totals totals = new Totals();
  private final Extent scores = new Extent();
  private final Extent deltas = new Extent();
  private final Best<Point> points;
  private final Best<Row> kept;
  private final Best<Row> dropped;

  Survey(LensFacts lens, ReportLimits limits) {
    this.lens = lens;
    this.points = new Best<>(limits.points(), Point.BY_DRAW);
    int rows = Math.max(limits.rows(), limits.pictureItems());
    this.kept = new Best<>(rows, Row.BY_MOOD);
    this.dropped = new Best<>(rows, Row.BY_MOOD);
  }

  static Survey of(Iterable<ReportItem> items, LensFacts lens, ReportLimits limits) {
    var survey = new Survey(lens, limits);
    items.forEach(survey::add);
    return survey;
  }

  private void add(ReportItem item) {
    var row = Row.of(item, lens);
    totals.add(item, row.above());
    (item.kept() ? kept : dropped).offer(row);
    for (var photo : item.photos()) {
      if (photo.scored()) {
        scores.add(photo.positive());
        scores.add(photo.negative());
        deltas.add(photo.delta());
        points.offer(Point.of(photo, lens));
      }
    }
  }

  Totals totals() {
    return totals;
  }

  List<Row> kept() {
    return kept.list();
  }

  List<Row> dropped() {
    return dropped.list();
  }

  List<Point> points() {
    return points.list();
  }

  /// Empty bins over the reach of the scores, `most` of them or a few less.
  ScoreBins bins(int most) {
    var one = new Range(0, 1);
    return new ScoreBins(
        Bins.covering(scores.range().orElse(one), most),
        Bins.covering(scores.range().orElse(one), most),
        Bins.covering(deltas.range().orElse(one).including(0).including(lens.threshold()), most));
  }
}
