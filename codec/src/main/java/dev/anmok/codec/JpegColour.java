package dev.anmok.codec;

/// How a JPEG's channels make a colour, by the rules of the IJG library (`default_decompress_parms`
/// in `jdapimin.c`), which other readers follow. Four channels are read as Adobe's programs write
/// them, 255 for no ink, with or without Adobe's segment, as Pillow and OpenCV do.
enum JpegColour {
  GREY,
  RGB,
  YCC,
  CMYK,
  /// [#CMYK] whose first three channels were turned into luminance and chrominance.
  YCCK;

  static JpegColour of(JpegFrame frame, JpegNotes notes) {
    return switch (frame.components().size()) {
      case 1 -> GREY;
      case 3 -> threeChannels(frame, notes);
      default -> notes.adobeTransform() > 0 ? YCCK : CMYK;
    };
  }

  private static JpegColour threeChannels(JpegFrame frame, JpegNotes notes) {
    if (notes.jfif()) {
      return YCC;
    }
    if (notes.adobeTransform() >= 0) {
      return notes.adobeTransform() == 0 ? RGB : YCC;
    }
    if (frame.process() == JpegFrame.LOSSLESS) {
      return RGB;
    }
    var c = frame.components();
    boolean spelt = c.get(0).id() == 'R' && c.get(1).id() == 'G' && c.get(2).id() == 'B';
    return spelt ? RGB : YCC;
  }
}
