package dev.anmok.codec;

import java.util.ArrayList;
import java.util.List;

/// A JPEG file's structure (ITU T.81, annex B), walked from marker to marker without decoding.
///
/// @param colour how the channels make a colour
/// @param restartInterval the largest number of blocks between restart markers in force; 0 for none
/// @param segments all segments up to the end of the first picture, in order
/// @param ended whether the end marker (EOI) is there
record JpegHeader(
    JpegFrame frame,
    JpegColour colour,
    Exif exif,
    int restartInterval,
    List<JpegSegment> segments,
    boolean ended)
    implements Header {
  /// A thousand hold 64 MiB if they are as long as they can be.
  private static final int MAX_SEGMENTS = 10_000;

  /// Each is a pass over the whole picture, however short its data; usual are one to twelve.
  private static final int MAX_SCANS = 100;

  @Override
  public String format() {
    return "jpeg";
  }

  @Override
  public int width() {
    return frame.width();
  }

  @Override
  public int height() {
    return frame.height();
  }

  static JpegHeader parse(Bytes file) throws Malformed {
    var walk = new JpegWalk(file);
    var segments = new ArrayList<JpegSegment>();
    int frameAt = -1;
    int scans = 0;
    for (var next = walk.next(); next != null; next = walk.next()) {
      if ((next.isFrame() && frameAt >= 0) || next.marker() == JpegSegment.SOI) {
        throw Malformed.corrupt("The JPEG begins a second picture inside the first.");
      }
      frameAt = next.isFrame() ? segments.size() : frameAt;
      scans += next.marker() == JpegSegment.SOS ? 1 : 0;
      if (scans > 0 && frameAt < 0) {
        throw Malformed.corrupt("The JPEG has picture data before its frame header.");
      }
      requireKnown(next.marker());
      segments.add(next);
      if (segments.size() > MAX_SEGMENTS || scans > MAX_SCANS) {
        throw Malformed.unsupported(
            "A JPEG of more than "
                + (scans > MAX_SCANS ? MAX_SCANS + " scans" : MAX_SEGMENTS + " segments")
                + " is not read.");
      }
    }
    if (scans == 0) {
      throw walk.ended()
          ? Malformed.corrupt("The JPEG holds no picture.")
          : Malformed.truncated("The JPEG ends before its picture.");
    }
    var frame = JpegFrame.parse(file, segments.get(frameAt));
    var notes = JpegNotes.read(file, segments);
    return new JpegHeader(
        frame,
        JpegColour.of(frame, notes),
        notes.exif(),
        notes.restartInterval(),
        List.copyOf(segments),
        walk.ended());
  }

  private static void requireKnown(int marker) throws Malformed {
    if (marker == 0xde || marker == 0xf7) {
      throw Malformed.unsupported(
          marker == 0xf7 ? "JPEG-LS is not read." : "Hierarchical JPEG is not read.");
    }
    if (marker < 0xc0) {
      throw Malformed.corrupt("The JPEG has a marker that its format does not know.");
    }
  }
}
