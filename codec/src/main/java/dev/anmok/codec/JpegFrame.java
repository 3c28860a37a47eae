package dev.anmok.codec;

import java.util.ArrayList;
import java.util.List;

/// The frame header of a JPEG (ITU T.81, B.2.2), of a kind that the decoders here read.
///
/// @param process the marker: 0xc0 baseline, 0xc1 extended, 0xc2 progressive, 0xc3 lossless
record JpegFrame(int process, int width, int height, List<Component> components) {
  static final int PROGRESSIVE = 0xc2;
  static final int LOSSLESS = 0xc3;

  /// A colour channel and its sampling factors, 1 to 4.
  record Component(int id, int across, int down) {}

  static JpegFrame parse(Bytes file, JpegSegment segment) throws Malformed {
    requireSupported(segment.marker(), file.u8(segment.at() + 2L));
    int height = file.u16(segment.at() + 3L, false);
    int width = file.u16(segment.at() + 5L, false);
    int count = file.u8(segment.at() + 7L);
    if (height == 0) {
      throw Malformed.unsupported("The JPEG gives its height only after its data.");
    }
    if (width == 0 || count == 0 || segment.end() - segment.at() < 8 + 3 * count) {
      throw Malformed.corrupt("The JPEG's frame header is damaged.");
    }
    if (count == 2 || count > 4) {
      throw Malformed.unsupported("A JPEG of " + count + " colour channels is not read.");
    }
    return new JpegFrame(segment.marker(), width, height, components(file, segment, count));
  }

  int maxAcross() {
    return components.stream().mapToInt(Component::across).max().orElse(1);
  }

  int maxDown() {
    return components.stream().mapToInt(Component::down).max().orElse(1);
  }

  private static List<Component> components(Bytes file, JpegSegment segment, int count)
      throws Malformed {
    var components = new ArrayList<Component>();
    for (int i = 0; i < count; i++) {
      long at = segment.at() + 8L + 3L * i;
      int factors = file.u8(at + 1);
      var component = new Component(file.u8(at), factors >> 4, factors & 15);
      if (component.across < 1
          || component.across > 4
          || component.down < 1
          || component.down > 4) {
        throw Malformed.corrupt("The JPEG's sampling factors are out of range.");
      }
      components.add(component);
    }
    return List.copyOf(components);
  }

  private static void requireSupported(int process, int precision) throws Malformed {
    if (process > LOSSLESS) {
      throw Malformed.unsupported(
          process >= 0xc9
              ? "Arithmetic-coded JPEG is not read."
              : "Hierarchical JPEG is not read.");
    }
    if (precision != 8) {
      throw Malformed.unsupported("JPEG of " + precision + " bits a channel is not read.");
    }
  }
}
