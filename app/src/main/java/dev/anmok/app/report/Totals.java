package dev.anmok.app.report;

/// Counts over all items.
final class Totals {
  private final Tally photoReasons = new Tally();
  private final Tally itemReasons = new Tally();
  private long photos;
  private long scored;
  private long chosen;
  private long above;
  private long kept;
  private long dropped;

  void add(ReportItem item, long aboveThreshold) {
    photos += item.photos().size() + (long) item.rejected();
    above += aboveThreshold;
    photoReasons.add("unreadable", item.rejected());
    for (var photo : item.photos()) {
      scored += photo.scored() ? 1 : 0;
      chosen += photo.chosen() ? 1 : 0;
      photoReasons.add(photo.reason(), 1);
    }
    if (item.kept()) {
      kept++;
    } else {
      dropped++;
      itemReasons.add(item.reason(), 1);
    }
  }

  Tally photoReasons() {
    return photoReasons;
  }

  /// Of the dropped ones.
  Tally itemReasons() {
    return itemReasons;
  }

  /// Photos of all items, those that could not be read included.
  long photos() {
    return photos;
  }

  long scored() {
    return scored;
  }

  long chosen() {
    return chosen;
  }

  long above() {
    return above;
  }

  long kept() {
    return kept;
  }

  long dropped() {
    return dropped;
  }

  long items() {
    return kept + dropped;
  }
}
