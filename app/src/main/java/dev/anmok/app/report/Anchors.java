package dev.anmok.app.report;

import java.util.ArrayList;
import java.util.List;

/// The items that a report shows with pictures, in order, and where they are on the page.
record Anchors(List<String> ids) {
  Anchors {
    ids = List.copyOf(ids);
  }

  /// The kept items by mood, then dropped ones. A fifth of the places is for dropped items, more
  /// where few were kept.
  static Anchors of(Survey survey, ReportLimits limits) {
    var kept = survey.kept();
    var dropped = survey.dropped();
    int places = limits.pictureItems();
    int droppedPlaces = Math.min(dropped.size(), Math.max(places / 5, places - kept.size()));
    var ids = new ArrayList<String>();
    ids.addAll(ids(kept, places - droppedPlaces));
    ids.addAll(ids(dropped, droppedPlaces));
    return new Anchors(ids);
  }

  /// From 0; -1 for an item that is not shown.
  int place(String id) {
    return ids.indexOf(id);
  }

  int size() {
    return ids.size();
  }

  static String name(int place) {
    return "item-" + (place + 1);
  }

  private static List<String> ids(List<Row> rows, int most) {
    return rows.stream().limit(most).map(Row::id).toList();
  }
}
