package dev.anmok.app.report;

import java.io.IOException;
import java.util.Set;

/// Writes [Html] as text, escaping as it goes.
final class HtmlWriter {
  private static final Set<String> VOID = Set.of("meta", "img", "input", "br", "hr", "link");
  private static final int REPLACEMENT = 0xFFFD;

  private final Appendable out;

  HtmlWriter(Appendable out) {
    this.out = out;
  }

  void write(Html html) throws IOException {
    switch (html) {
      case Html.Text(var value) -> escape(value);
      case Html.Sheet(var css) -> out.append("<style>").append(css).append("</style>");
      case Html.Many(var parts) -> {
        for (var part : parts) {
          write(part);
        }
      }
      case Html.Tag tag -> {
        open(tag);
        for (var child : tag.children()) {
          write(child);
        }
        if (!VOID.contains(tag.name())) {
          close(tag.name());
        }
      }
    }
  }

  /// Writes the start of an element whose content follows piece by piece.
  void open(Html.Tag tag) throws IOException {
    out.append('<').append(tag.name());
    for (var attribute : tag.attributes()) {
      out.append(' ').append(attribute.name()).append("=\"");
      escape(attribute.value());
      out.append('"');
    }
    out.append('>');
  }

  void close(String name) throws IOException {
    out.append("</").append(name).append('>');
  }

  private void escape(String value) throws IOException {
    for (int i = 0; i < value.length(); ) {
      int c = value.codePointAt(i);
      i += Character.charCount(c);
      switch (c) {
        case '&' -> out.append("&amp;");
        case '<' -> out.append("&lt;");
        case '>' -> out.append("&gt;");
        case '"' -> out.append("&quot;");
        case '\'' -> out.append("&#39;");
        default -> append(writable(c) ? c : REPLACEMENT);
      }
    }
  }

  private void append(int c) throws IOException {
    if (Character.isBmpCodePoint(c)) {
      out.append((char) c);
    } else {
      out.append(Character.highSurrogate(c)).append(Character.lowSurrogate(c));
    }
  }

  /// Control characters and halves of surrogate pairs have no place in a document.
  private static boolean writable(int c) {
    boolean control = c < ' ' && c != '\t' && c != '\n' && c != '\r';
    return !control && !(c >= 0x7F && c <= 0x9F) && !(c >= 0xD800 && c <= 0xDFFF);
  }
}
