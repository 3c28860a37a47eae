package dev.anmok.app.report;

import java.util.Comparator;

/// An item in the tables.
///
/// @param photos all of its photos, read or not
/// @param above photos above the threshold
record Row(
    String id,
    String title,
    boolean kept,
    String reason,
    double shareAboveZero,
    double meanDelta,
    long photos,
    long above) {
  /// The better mood first: by share above zero, then mean delta; items without scores last.
  static final Comparator<Row> BY_MOOD =
      Comparator.comparingDouble((Row row) -> low(row.shareAboveZero))
          .thenComparingDouble(row -> low(row.meanDelta))
          .reversed()
          .thenComparing(Row::id);

  static Row of(ReportItem item, LensFacts lens) {
    long above =
        item.photos().stream()
            .filter(ReportPhoto::scored)
            .filter(photo -> lens.exceeded(photo.delta()))
            .count();
    return new Row(
        item.id(),
        item.title(),
        item.kept(),
        item.reason(),
        item.shareAboveZero(),
        item.meanDelta(),
        item.photos().size() + (long) item.rejected(),
        above);
  }

  String name() {
    return title.isBlank() ? id : title;
  }

  private static double low(double value) {
    return Double.isNaN(value) ? Double.NEGATIVE_INFINITY : value;
  }
}
