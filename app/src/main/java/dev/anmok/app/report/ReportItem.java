package dev.anmok.app.report;

import java.util.List;

/// One item with its photos.
///
/// @param id unique among the items of a report
/// @param title as people call it; may be empty
/// @param kept whether it stays
/// @param reason `kept`, or why it was dropped, such as `too_few_images`
/// @param shareAboveZero share of its photos with a delta above 0, 0..1; NaN without scores
/// @param meanDelta mean delta of its photos; NaN without scores
/// @param photos those with an outcome, in any order
/// @param rejected photos that could not be read and are not among `photos`
public record ReportItem(
    String id,
    String title,
    boolean kept,
    String reason,
    double shareAboveZero,
    double meanDelta,
    List<ReportPhoto> photos,
    int rejected) {
  public ReportItem {
    photos = List.copyOf(photos);
    if (rejected < 0) {
      throw new IllegalArgumentException("rejected must be >= 0, was " + rejected);
    }
  }
}
