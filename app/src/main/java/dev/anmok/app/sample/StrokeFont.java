package dev.anmok.app.sample;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.util.Locale;
import java.util.Map;

/// Lettering from strokes, since a machine may have no fonts: capital Latin letters, digits, a few
/// signs and Hangul. Latin strokes stand on a grid 4 wide and 6 high, written as in [Jamo].
public final class StrokeFont {
  private static final Map<Character, String> GLYPHS =
      Map.ofEntries(
          Map.entry('A', "062046 1434"),
          Map.entry('B', "060030413203 033344453606"),
          Map.entry('C', "4130100105163645"),
          Map.entry('D', "0600204144264606"),
          Map.entry('E', "40000646 0333"),
          Map.entry('F', "400006 0333"),
          Map.entry('G', "41301001051636454323"),
          Map.entry('H', "0006 4046 0343"),
          Map.entry('I', "2026"),
          Map.entry('J', "4045361605"),
          Map.entry('K', "0006 4003 1346"),
          Map.entry('L', "000646"),
          Map.entry('M', "0600244046"),
          Map.entry('N', "06004640"),
          Map.entry('O', "103041453616050110"),
          Map.entry('P', "06003041423303"),
          Map.entry('Q', "103041453616050110 2446"),
          Map.entry('R', "06003041423303 2346"),
          Map.entry('S', "413010010213334445361605"),
          Map.entry('T', "0040 2026"),
          Map.entry('U', "000516364540"),
          Map.entry('V', "002640"),
          Map.entry('W', "0016223640"),
          Map.entry('X', "0046 4006"),
          Map.entry('Y', "002340 2326"),
          Map.entry('Z', "00400646"),
          Map.entry('0', "103041453616050110"),
          Map.entry('1', "112026"),
          Map.entry('2', "01103041420646"),
          Map.entry('3', "01103041423313 334445361605"),
          Map.entry('4', "36300444"),
          Map.entry('5', "400003334445361605"),
          Map.entry('6', "40100105163645443304"),
          Map.entry('7', "00401626"),
          Map.entry('8', "103041423313020110 3344453616050413"),
          Map.entry('9', "063641301001021343"),
          Map.entry(',', "2517"),
          Map.entry('.', "2526"),
          Map.entry('-', "1333"),
          Map.entry(':', "2222 2525"),
          Map.entry('/', "4006"),
          Map.entry('!', "2024 2626"),
          Map.entry('%', "4006 1011 3536"),
          Map.entry('#', "1016 3036 0242 0444"),
          Map.entry('+', "2135 0343"),
          Map.entry('\'', "2021"));

  private StrokeFont() {}

  /// Draws a line of text with the graphics' paint, its upper left corner at x, y.
  ///
  /// @param size height in pixels
  /// @param weight width of the strokes as a share of the height, about 0.09
  public static void draw(
      Graphics2D g, String text, double x, double y, double size, double weight) {
    var path = path(text);
    path.transform(new AffineTransform(size, 0, 0, size, x, y));
    float width = (float) Math.max(1, size * weight);
    g.setStroke(new BasicStroke(width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    g.draw(path);
  }

  /// The middle lines of a text's strokes, 1 high, its upper left corner at 0, 0.
  public static Path2D path(String text) {
    var path = new Path2D.Double();
    double at = 0;
    String capitals = text.toUpperCase(Locale.ROOT);
    for (int i = 0; i < capitals.length(); i++) {
      char c = capitals.charAt(i);
      var glyph = new Path2D.Double();
      if (Jamo.writes(c)) {
        Jamo.write(c, glyph);
      } else {
        latin(GLYPHS.getOrDefault(c, ""), glyph);
      }
      glyph.transform(AffineTransform.getTranslateInstance(at, 0));
      path.append(glyph, false);
      at += advance(c);
    }
    return path;
  }

  /// Whether it has strokes for a character; small letters are written as capitals.
  public static boolean writes(char c) {
    return Jamo.writes(c) || GLYPHS.containsKey(Character.toUpperCase(c));
  }

  /// Width of a line of text in pixels.
  public static double width(String text, double size) {
    double sum = 0;
    for (int i = 0; i < text.length(); i++) {
      sum += advance(text.charAt(i)) * size;
    }
    return sum;
  }

  private static double advance(char c) {
    if (Jamo.writes(c)) {
      return 1.08;
    }
    return " .,:'".indexOf(c) >= 0 ? 0.38 : 0.68;
  }

  private static void latin(String strokes, Path2D path) {
    for (String stroke : strokes.split(" ", -1)) {
      for (int i = 0; i + 1 < stroke.length(); i += 2) {
        double x = 0.04 + (stroke.charAt(i) - '0') * 0.125;
        double y = 0.08 + (stroke.charAt(i + 1) - '0') * 0.145;
        if (i == 0) {
          path.moveTo(x, y);
        } else {
          path.lineTo(x, y);
        }
      }
    }
  }
}
