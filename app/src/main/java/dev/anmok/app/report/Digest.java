package dev.anmok.app.report;

import java.util.Comparator;
import java.util.List;

/// What a report shows of one item: bounded, however many photos the item has.
///
/// @param row its figures
/// @param chosen its representatives by rank, [#CHOSEN] at most
/// @param top its best photos by delta
/// @param bottom its worst photos by delta, the worst first; none of them is in `top`
/// @param reasons why its photos were taken or not
/// @param bins its distributions
record Digest(
    Row row,
    List<ReportPhoto> chosen,
    List<ReportPhoto> top,
    List<ReportPhoto> bottom,
    Tally reasons,
    ScoreBins bins) {
  static final int CHOSEN = 12;
  static final int TOP = 10;
  static final int BOTTOM = 5;

  private static final Comparator<ReportPhoto> BY_DELTA =
      Comparator.comparingDouble(ReportPhoto::delta).reversed().thenComparing(ReportPhoto::uri);

  /// Up to 10 best and 5 worst; where there are fewer than 15 photos, two best for each worst.
  static Digest of(ReportItem item, LensFacts lens, ScoreBins empty) {
    var reasons = new Tally();
    reasons.add("unreadable", item.rejected());
    for (var photo : item.photos()) {
      reasons.add(photo.reason(), 1);
      empty.add(photo);
    }
    var ranked = item.photos().stream().filter(ReportPhoto::scored).sorted(BY_DELTA).toList();
    int worst = Math.min(BOTTOM, ranked.size() / 3);
    int best = Math.min(TOP, ranked.size() - worst);
    var chosen =
        item.photos().stream()
            .filter(ReportPhoto::chosen)
            .sorted(Comparator.comparingInt(ReportPhoto::rank).thenComparing(ReportPhoto::uri))
            .limit(CHOSEN)
            .toList();
    return new Digest(
        Row.of(item, lens),
        chosen,
        List.copyOf(ranked.subList(0, best)),
        List.copyOf(ranked.subList(ranked.size() - worst, ranked.size()).reversed()),
        reasons,
        empty);
  }
}
