package dev.anmok.codec;

import dev.anmok.core.image.Pixels;

/// Decodes a JPEG, perhaps at a reduced scale, and makes sure that no part of it is missing.
final class JpegPicture {
  private JpegPicture() {}

  static Pixels read(Bytes file, JpegHeader header, int minSide, Backend backend) throws Malformed {
    boolean progressive = header.frame().process() == JpegFrame.PROGRESSIVE;
    if (!header.ended() && (progressive || !JpegEntropy.isWhole(file, header))) {
      throw Malformed.truncated("The JPEG ends before its picture does.");
    }
    int scale = scale(header, minSide);
    var pixels = backend.jpeg(file, header, scale);
    if (pixels.width() != Math.ceilDiv(header.width(), scale)
        || pixels.height() != Math.ceilDiv(header.height(), scale)) {
      throw Malformed.corrupt("The JPEG's picture has another size than its header says.");
    }
    if (GreyTail.suspected(pixels, header, scale) && !JpegEntropy.isWhole(file, header)) {
      throw Malformed.corrupt("A part of the JPEG's picture is missing.");
    }
    return pixels;
  }

  /// The largest reduction that leaves the shorter side at least `minSide` long; 1 for `minSide` 0.
  static int scale(JpegHeader header, int minSide) {
    int shorter = Math.min(header.width(), header.height());
    boolean fixed = minSide == 0 || header.frame().process() == JpegFrame.LOSSLESS;
    int scale = fixed ? 1 : 8;
    while (scale > 1 && Math.ceilDiv(shorter, scale) < minSide) {
      scale /= 2;
    }
    return scale;
  }
}
