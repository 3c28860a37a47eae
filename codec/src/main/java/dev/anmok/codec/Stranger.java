package dev.anmok.codec;

import dev.anmok.core.image.Reason;
import java.util.Locale;

/// Says what a file seems to be that is none of the formats read here.
final class Stranger {
  private Stranger() {}

  static Malformed of(Bytes file) {
    if (file.has(4, "ftyp")) {
      return isoMedia(file);
    }
    if (file.has(0, "\0\0\0\fJXL ") || file.has(0, "\u00ff\n")) {
      return unsupported("JPEG XL");
    }
    if (file.has(0, "\0\0\0\fjP  ") || file.has(0, "\u00ffO\u00ffQ")) {
      return unsupported("JPEG 2000");
    }
    if (file.has(0, "II+\0") || file.has(0, "MM\0+")) {
      return unsupported("BigTIFF");
    }
    if (file.has(0, "8BPS")) {
      return unsupported("Photoshop");
    }
    if (file.has(0, "\0\0\1\0")) {
      return unsupported("icon (ICO)");
    }
    return text(file);
  }

  private static Malformed isoMedia(Bytes file) {
    String brands = file.text(64).toLowerCase(Locale.ROOT);
    if (brands.contains("avif") || brands.contains("avis")) {
      return unsupported("AVIF");
    }
    if (brands.contains("heic") || brands.contains("heix") || brands.contains("mif1")) {
      return unsupported("HEIC");
    }
    return stranger("a video or another ISO media file");
  }

  private static Malformed text(Bytes file) {
    String head = file.text(512);
    String start = head.replace("\u00ef\u00bb\u00bf", "").strip().toLowerCase(Locale.ROOT);
    if (start.startsWith("<svg") || (start.startsWith("<?xml") && start.contains("<svg"))) {
      return unsupported("SVG");
    }
    if (start.startsWith("<!doctype html") || start.startsWith("<html")) {
      return stranger("a web page (HTML)");
    }
    if (start.startsWith("%pdf")) {
      return stranger("a PDF document");
    }
    boolean plain =
        head.chars().allMatch(c -> (c >= ' ' && c != 0x7f) || c == '\n' || c == '\r' || c == '\t');
    return stranger(plain ? "text" : "another kind of data");
  }

  private static Malformed unsupported(String format) {
    return Malformed.unsupported(format + " files are not read; convert it to JPEG or PNG.");
  }

  private static Malformed stranger(String kind) {
    return new Malformed(
        Reason.NOT_AN_IMAGE, "The file holds no picture; it seems to be " + kind + ".");
  }
}
