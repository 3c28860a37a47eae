package dev.anmok.core.image;

import java.util.Locale;

/// A part of an upright picture, from its top left corner.
///
/// @param x where it begins from the left
/// @param y where it begins from the top
/// @param width above 0
/// @param height above 0
/// @param unit what the four numbers count
public record Box(double x, double y, double width, double height, Unit unit) {
  /// What the numbers of a box count.
  public enum Unit {
    /// Pixels of the picture at full size.
    PIXELS,
    /// Shares of the picture's width and height, 0..1.
    SHARES
  }

  private static final String FORM =
      "a box is written x,y,w,h: in pixels of the upright photo (10,20,300,200),"
          + " or in shares of its sides with decimal points (0.1,0.2,0.5,0.5)";

  public Box {
    boolean finite = Double.isFinite(x + y + width + height);
    if (!finite || x < 0 || y < 0 || !(width > 0) || !(height > 0)) {
      throw new IllegalArgumentException(
          "a box begins at 0 or more and is wider and higher than 0; was "
              + text(x, y, width, height));
    }
    if (unit == Unit.SHARES && (x >= 1 || y >= 1 || width > 1 || height > 1)) {
      throw new IllegalArgumentException(
          "the shares of a box are 0..1; were " + text(x, y, width, height));
    }
  }

  /// Reads `x,y,w,h`: shares if one of them has a decimal point, else pixels.
  ///
  /// @throws IllegalArgumentException naming what is wrong
  public static Box parse(String text) {
    var parts = text.strip().split(",", -1);
    if (parts.length != 4) {
      throw new IllegalArgumentException(FORM + "; '" + text + "' is not");
    }
    var numbers = new double[4];
    for (int i = 0; i < 4; i++) {
      try {
        numbers[i] = Double.parseDouble(parts[i].strip());
      } catch (NumberFormatException e) {
        throw new IllegalArgumentException(FORM + "; '" + text + "' is not", e);
      }
    }
    var unit = text.indexOf('.') >= 0 ? Unit.SHARES : Unit.PIXELS;
    return new Box(numbers[0], numbers[1], numbers[2], numbers[3], unit);
  }

  /// Copies the part of a picture that lies in the box, at least one pixel; what of the box lies
  /// outside is cut off.
  ///
  /// @throws IllegalArgumentException if no part of the box lies in the picture
  public Pixels cut(Pixels picture) {
    double across = unit == Unit.SHARES ? picture.width() : 1;
    double down = unit == Unit.SHARES ? picture.height() : 1;
    if (x * across >= picture.width() || y * down >= picture.height()) {
      throw new IllegalArgumentException(
          "the box %s lies outside the photo of %d x %d"
              .formatted(text(x, y, width, height), picture.width(), picture.height()));
    }
    int left = (int) Math.floor(x * across);
    int top = (int) Math.floor(y * down);
    int right = end((x + width) * across, left, picture.width());
    int bottom = end((y + height) * down, top, picture.height());
    var rgb = new byte[3 * (right - left) * (bottom - top)];
    int row = 3 * (right - left);
    for (int line = top; line < bottom; line++) {
      int from = 3 * (line * picture.width() + left);
      System.arraycopy(picture.rgb(), from, rgb, (line - top) * row, row);
    }
    return Pixels.wrap(right - left, bottom - top, rgb);
  }

  private static int end(double end, int begin, int side) {
    return Math.clamp((long) Math.ceil(end), begin + 1, side);
  }

  private static String text(double x, double y, double width, double height) {
    return String.format(
        Locale.ROOT, "%s,%s,%s,%s", brief(x), brief(y), brief(width), brief(height));
  }

  private static String brief(double number) {
    return number == Math.rint(number) && Math.abs(number) < 1e9
        ? Long.toString((long) number)
        : Double.toString(number);
  }
}
