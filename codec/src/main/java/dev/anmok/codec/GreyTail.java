package dev.anmok.codec;

import dev.anmok.core.image.Pixels;

/// Finds the trace that missing JPEG data leave: where the codes of a scan or of a restart interval
/// run out, decoders of the IJG family fill its remaining blocks with mid grey, so its last block
/// is exactly that. A real picture may be grey there too: this is a suspicion only.
final class GreyTail {
  private GreyTail() {}

  /// Whether some block has the colour of missing data.
  ///
  /// @param scale the reduction, 1, 2, 4 or 8, at which `pixels` were decoded
  static boolean suspected(Pixels pixels, JpegHeader header, int scale) {
    var frame = header.frame();
    boolean single = frame.components().size() == 1;
    int width = 8 * (single ? 1 : frame.maxAcross());
    int height = 8 * (single ? 1 : frame.maxDown());
    int across = Math.ceilDiv(frame.width(), width);
    int units = across * Math.ceilDiv(frame.height(), height);
    int interval = header.restartInterval() > 0 ? header.restartInterval() : units;
    for (int end = interval; ; end += interval) {
      int unit = Math.min(end, units) - 1;
      int x = unit % across * width / scale;
      int y = unit / across * height / scale;
      int right = Math.min(pixels.width(), x + Math.max(1, width / scale));
      int bottom = Math.min(pixels.height(), y + Math.max(1, height / scale));
      if (isFill(pixels.at((x + right) / 2, (y + bottom) / 2), frame.components().size())) {
        return true;
      }
      if (end >= units) {
        return false;
      }
    }
  }

  /// Whether a pixel has the colour of missing data: 128 in each channel, which as inks on paper is
  /// 128 * 128 / 255, give or take rounding. Only the block's middle is looked at, because smooth
  /// chroma bleeds into its edges.
  private static boolean isFill(int rgb, int channels) {
    int level = rgb & 0xff;
    boolean fill = channels == 4 ? level == 64 || level == 65 : level == 128;
    return fill && rgb == level * 0x010101;
  }
}
