package dev.anmok.app.report;

import java.util.ArrayList;
import java.util.List;

/// Maps a range of values to a stretch of pixels.
///
/// @param range the values
/// @param from pixel of the smallest value
/// @param to pixel of the largest value, possibly less than `from`
record Axis(Range range, double from, double to) {
  /// A value with a mark and its text.
  record Tick(double value, String label) {}

  double at(double value) {
    return from + (to - from) * (value - range.min()) / range.span();
  }

  boolean holds(double value) {
    return value >= range.min() && value <= range.max();
  }

  /// Round values inside the range, `most + 1` of them at most.
  List<Tick> ticks(int most) {
    var step = Step.crossing(range.span(), most);
    var ticks = new ArrayList<Tick>();
    for (long n = step.above(range.min()); n <= step.below(range.max()); n++) {
      ticks.add(new Tick(step.times(n), step.label(n)));
    }
    return ticks;
  }
}
