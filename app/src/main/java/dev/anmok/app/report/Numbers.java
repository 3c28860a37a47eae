package dev.anmok.app.report;

import java.math.BigDecimal;
import java.math.RoundingMode;

/// Numbers as text, the same on every machine whatever its default locale.
final class Numbers {
  static final String NONE = "–";
  private static final String MINUS = "−";

  private Numbers() {}

  /// With commas: `12,345`.
  static String count(long n) {
    var digits = new StringBuilder(Long.toString(Math.abs(n)));
    for (int i = digits.length() - 3; i > 0; i -= 3) {
      digits.insert(i, ',');
    }
    return n < 0 ? MINUS + digits : digits.toString();
  }

  /// With a fixed number of decimals: `0.271`.
  static String fixed(double value, int decimals) {
    if (!Double.isFinite(value)) {
      return NONE;
    }
    var rounded = BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_UP);
    var digits = rounded.abs().toPlainString();
    return rounded.signum() < 0 ? MINUS + digits : digits;
  }

  /// A difference with its sign and four decimals: `+0.0134`.
  static String delta(double value) {
    var digits = fixed(value, 4);
    return value > 0 && !digits.equals("0.0000") && Double.isFinite(value) ? "+" + digits : digits;
  }

  /// A threshold, with as many decimals as it needs from two to six: `0.01`, `0.0125`.
  static String threshold(double value) {
    var digits = fixed(value, 6);
    int end = digits.length();
    while (digits.indexOf('.') >= 0
        && end > digits.indexOf('.') + 3
        && digits.charAt(end - 1) == '0') {
      end--;
    }
    return digits.substring(0, end);
  }

  /// A share in whole percent: `61 %`.
  static String percent(double share) {
    return Double.isFinite(share) ? fixed(100 * share, 0) + "%" : NONE;
  }

  /// A coordinate of a drawing, to a tenth, with a plain minus sign as SVG needs it.
  static String pixels(double value) {
    long tenths = Math.round(value * 10);
    var sign = tenths < 0 ? "-" : "";
    long size = Math.abs(tenths);
    return sign + size / 10 + (size % 10 == 0 ? "" : "." + size % 10);
  }
}
