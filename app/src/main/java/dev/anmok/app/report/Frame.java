package dev.anmok.app.report;

/// The size of a chart and of the plot inside it, in pixels of its view box.
///
/// @param ticks marks along an axis at most
record Frame(int width, int height, int left, int right, int top, int bottom, int ticks) {
  static final Frame LARGE = new Frame(520, 320, 58, 20, 40, 46, 6);
  static final Frame SQUARE = new Frame(520, 440, 58, 20, 28, 46, 6);
  static final Frame WIDE = new Frame(720, 420, 54, 20, 112, 46, 8);
  static final Frame SMALL = new Frame(320, 180, 44, 12, 36, 40, 4);

  /// Too small for a legend of its own.
  boolean small() {
    return width < 400;
  }

  /// Meant for the whole width of the page.
  boolean wide() {
    return width > 600;
  }

  Axis x(Range range) {
    return new Axis(range, left, width - right);
  }

  Axis y(Range range) {
    return new Axis(range, height - bottom, top);
  }
}
