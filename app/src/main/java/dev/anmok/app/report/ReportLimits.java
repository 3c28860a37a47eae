package dev.anmok.app.report;

/// How much of a large workspace a mood report shows. The page says what it left out.
///
/// @param pictureItems items shown with photos and charts, at least 0
/// @param rows rows in each of the tables of kept and dropped items, at least 0
/// @param points photos drawn in the scatter chart, at least 0
public record ReportLimits(int pictureItems, int rows, int points) {
  public static final ReportLimits DEFAULT = new ReportLimits(60, 2_000, 4_000);

  public ReportLimits {
    if (Math.min(pictureItems, Math.min(rows, points)) < 0) {
      throw new IllegalArgumentException(
          "limits must be >= 0, were " + pictureItems + ", " + rows + ", " + points);
    }
  }
}
