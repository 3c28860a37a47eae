package dev.anmok.codec;

import java.util.ArrayList;
import java.util.List;

/// One scan header of a sequential or progressive JPEG (ITU T.81, B.2.3).
///
/// @param channels the channels in the scan, with the blocks that each adds to a unit
/// @param units how many units (MCUs) the scan holds
/// @param lastCoefficient the highest coefficient, 63 in sequential files, 0 for means alone
/// @param holdsMeans whether this scan brings the blocks' means for the first time
record JpegScan(
    List<Channel> channels,
    int units,
    int lastCoefficient,
    boolean holdsMeans,
    int dataAt,
    int dataEnd) {
  record Channel(int blocks, int dcTable, int acTable) {}

  static JpegScan parse(Bytes file, JpegFrame frame, JpegSegment segment) throws Malformed {
    int count = file.u8(segment.at() + 2L);
    long after = segment.at() + 3L + 2L * count;
    if (count < 1 || count > 4 || file.u16(segment.at(), false) < 6 + 2 * count) {
      throw Malformed.corrupt("The JPEG has a damaged scan header.");
    }
    var channels = new ArrayList<Channel>();
    int units = unitsOf(frame, frame.maxAcross(), frame.maxDown(), 1, 1);
    for (int i = 0; i < count; i++) {
      var component = component(frame, file.u8(segment.at() + 3L + 2L * i), i);
      int tables = file.u8(segment.at() + 4L + 2L * i);
      if (count == 1) {
        units =
            unitsOf(
                frame, frame.maxAcross(), frame.maxDown(), component.across(), component.down());
      }
      int blocks = count == 1 ? 1 : component.across() * component.down();
      channels.add(new Channel(blocks, tables >> 4 & 3, tables & 3));
    }
    boolean progressive = frame.process() == JpegFrame.PROGRESSIVE;
    boolean means = !progressive || (file.u8(after) == 0 && file.u8(after + 2) >> 4 == 0);
    return new JpegScan(
        List.copyOf(channels),
        units,
        progressive ? 0 : 63,
        means,
        segment.at() + file.u16(segment.at(), false),
        segment.end());
  }

  /// Units of 8x8 blocks, or of whole sampling patterns where the factors of `one` are 1.
  private static int unitsOf(JpegFrame frame, int maxAcross, int maxDown, int across, int down) {
    return blocks(frame.width(), maxAcross, across) * blocks(frame.height(), maxDown, down);
  }

  private static int blocks(int side, int max, int factor) {
    return Math.ceilDiv(Math.ceilDiv(side * factor, max), 8);
  }

  private static JpegFrame.Component component(JpegFrame frame, int id, int position)
      throws Malformed {
    for (int i = position; i < frame.components().size(); i++) {
      if (frame.components().get(i).id() == id) {
        return frame.components().get(i);
      }
    }
    throw Malformed.corrupt("The JPEG's scan names a channel that its frame does not have.");
  }
}
