package dev.anmok.codec;

import java.util.List;

/// What a JPEG's application segments say.
///
/// @param jfif whether there is a JFIF header
/// @param adobeTransform the colour transform of Adobe's segment: 0, 1, 2; -1 without one
/// @param exif what the first EXIF segment says
/// @param restartInterval the largest one defined, 0 for none
record JpegNotes(boolean jfif, int adobeTransform, Exif exif, int restartInterval) {
  private static final int APP0 = 0xe0;
  private static final int APP1 = 0xe1;
  private static final int APP14 = 0xee;

  static JpegNotes read(Bytes file, List<JpegSegment> segments) throws Malformed {
    boolean jfif = false;
    int adobe = -1;
    Exif exif = null;
    int interval = 0;
    for (var segment : segments) {
      long data = segment.at() + 2L;
      int length = segment.end() - segment.at() - 2;
      switch (segment.marker()) {
        case APP0 -> jfif |= length >= 14 && file.has(data, "JFIF\0");
        case APP1 -> {
          if (exif == null && file.has(data, "Exif\0")) {
            exif = Exif.parse(file.slice(data + 6, Math.max(0, length - 6)));
          }
        }
        case APP14 -> {
          if (length >= 12 && file.has(data, "Adobe")) {
            adobe = file.u8(data + 11);
          }
        }
        case JpegSegment.DRI -> interval = Math.max(interval, file.u16(data, false));
        default -> {} // other segments say nothing about pixels
      }
    }
    return new JpegNotes(jfif, adobe, exif == null ? Exif.NONE : exif, interval);
  }
}
