package dev.anmok.app.cli;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;

/// Rows of text in aligned columns; Korean and other wide characters count as two.
final class Table {
  private final List<List<String>> rows = new ArrayList<>();

  Table(String... header) {
    rows.add(List.of(header));
  }

  Table row(Object... cells) {
    var row = new ArrayList<String>();
    for (var cell : cells) {
      row.add(String.valueOf(cell));
    }
    rows.add(row);
    return this;
  }

  void print(PrintStream out) {
    var widths = new int[rows.getFirst().size()];
    for (var row : rows) {
      for (int i = 0; i < widths.length; i++) {
        widths[i] = Math.max(widths[i], width(row.get(i)));
      }
    }
    for (var row : rows) {
      var line = new StringBuilder();
      for (int i = 0; i < widths.length; i++) {
        var cell = row.get(i);
        line.append(cell).repeat(' ', widths[i] - width(cell) + 2);
      }
      out.println(line.toString().stripTrailing());
    }
  }

  /// Columns that a text takes in a terminal.
  static int width(String text) {
    return text.codePoints().map(c -> wide(c) ? 2 : 1).sum();
  }

  /// Hangul, kana, CJK, full-width forms and most emoji.
  private static boolean wide(int c) {
    return in(c, 0x1100, 0x115F)
        || in(c, 0x2E80, 0xA4CF)
        || in(c, 0xAC00, 0xD7A3)
        || in(c, 0xF900, 0xFAFF)
        || in(c, 0xFF00, 0xFF60)
        || in(c, 0x1F300, 0x1FAFF);
  }

  private static boolean in(int c, int first, int last) {
    return c >= first && c <= last;
  }
}
