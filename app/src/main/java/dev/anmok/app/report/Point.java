package dev.anmok.app.report;

import java.util.Comparator;

/// A photo in the scatter chart.
///
/// @param positive along x
/// @param negative along y
/// @param kind how it is drawn
/// @param draw decides which photos a sample takes: the smallest, so that it depends on neither
///   order nor chance
record Point(double positive, double negative, Kind kind, long draw) {
  enum Kind {
    BELOW,
    ABOVE,
    CHOSEN
  }

  static final Comparator<Point> BY_DRAW =
      Comparator.comparingLong(Point::draw)
          .thenComparingDouble(Point::positive)
          .thenComparingDouble(Point::negative)
          .thenComparing(Point::kind);

  static Point of(ReportPhoto photo, LensFacts lens) {
    var kind =
        photo.chosen() ? Kind.CHOSEN : lens.exceeded(photo.delta()) ? Kind.ABOVE : Kind.BELOW;
    return new Point(photo.positive(), photo.negative(), kind, hash(photo.uri()));
  }

  /// FNV-1a over the characters, then the finalizer of MurmurHash3.
  private static long hash(String uri) {
    long h = 0xcbf29ce484222325L;
    for (int i = 0; i < uri.length(); i++) {
      h = (h ^ uri.charAt(i)) * 0x100000001b3L;
    }
    h = (h ^ (h >>> 33)) * 0xff51afd7ed558ccdL;
    h = (h ^ (h >>> 33)) * 0xc4ceb9fe1a85ec53L;
    return h ^ (h >>> 33);
  }
}
