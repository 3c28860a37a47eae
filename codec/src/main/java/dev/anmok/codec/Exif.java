package dev.anmok.codec;

import dev.anmok.core.image.Orientation;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What the camera noted beside the picture (CIPA DC-008, Exif 3.0). What is broken counts as
/// absent, since a picture is not lost for its notes.
///
/// @param takenOrNull the first well-formed one of `DateTimeOriginal`, `DateTimeDigitized` and
///   `DateTime`, to the second; null if there is none
record Exif(Orientation orientation, @Nullable LocalDateTime takenOrNull) {
  static final Exif NONE = new Exif(Orientation.UPRIGHT, null);

  private static final int ORIENTATION = 0x0112;
  private static final int DATE_TIME = 0x0132;
  private static final int EXIF_DIRECTORY = 0x8769;
  private static final int DATE_TIME_ORIGINAL = 0x9003;
  private static final int DATE_TIME_DIGITIZED = 0x9004;

  /// `YYYY:MM:DD HH:MM:SS`; some programs write other separators of the date.
  private static final Pattern DATE =
      Pattern.compile("((?!0000)\\d{4})[:/.-](\\d\\d)[:/.-](\\d\\d)[ T](\\d\\d):(\\d\\d):(\\d\\d)");

  private static final int DATE_CHARS = 19;

  /// Reads a TIFF structure, which an EXIF block is.
  static Exif parse(Bytes tiff) {
    try {
      var directory = Ifd.first(tiff);
      return new Exif(orientation(directory), taken(directory));
    } catch (Malformed e) {
      return NONE;
    }
  }

  private static Orientation orientation(Ifd directory) {
    try {
      return Orientation.of((int) directory.number(ORIENTATION, 1));
    } catch (Malformed e) {
      return Orientation.UPRIGHT;
    }
  }

  private static @Nullable LocalDateTime taken(Ifd directory) {
    LocalDateTime taken = null;
    try {
      var exif = directory.directory(EXIF_DIRECTORY);
      if (exif != null) {
        taken = date(exif, DATE_TIME_ORIGINAL);
        taken = taken == null ? date(exif, DATE_TIME_DIGITIZED) : taken;
      }
    } catch (Malformed e) {
      taken = null; // the main directory may still have a date
    }
    return taken == null ? date(directory, DATE_TIME) : taken;
  }

  private static @Nullable LocalDateTime date(Ifd directory, int tag) {
    try {
      var date = DATE.matcher(directory.text(tag, DATE_CHARS));
      return date.matches()
          ? LocalDateTime.of(
              number(date.group(1)),
              number(date.group(2)),
              number(date.group(3)),
              number(date.group(4)),
              number(date.group(5)),
              number(date.group(6)))
          : null;
    } catch (Malformed | DateTimeException e) {
      return null;
    }
  }

  private static int number(String digits) {
    return Integer.parseInt(digits);
  }
}
