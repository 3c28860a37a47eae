package dev.anmok.codec;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;

/// Writes a checked file again with only the parts that pixels are made of. A decoder then meets no
/// profiles or notes that it could stumble over or complain of, and always an end marker.
final class CleanStream {
  private CleanStream() {}

  /// A JPEG whose colour is named by Adobe's segment.
  static byte[] of(Bytes file, JpegHeader header) {
    boolean grey = header.colour() == JpegColour.GREY;
    int length = grey ? 4 : 20;
    for (var segment : header.segments()) {
      length += segment.isNeeded() ? 2 + segment.end() - segment.at() : 0;
    }
    var out = ByteBuffer.allocate(length);
    marker(out, JpegSegment.SOI);
    if (!grey) {
      marker(out, 0xee);
      out.putShort((short) 14).put(new byte[] {'A', 'd', 'o', 'b', 'e', 0, 100, 0, 0, 0, 0});
      out.put(transform(header.colour()));
    }
    for (var segment : header.segments()) {
      if (segment.isNeeded()) {
        marker(out, segment.marker());
        out.put(file.array(), file.start() + segment.at(), segment.end() - segment.at());
      }
    }
    marker(out, JpegSegment.EOI);
    return out.array();
  }

  /// A PNG of its header, palette, transparency and data.
  static byte[] of(Bytes file, PngHeader header) {
    var out = new ByteArrayOutputStream(file.length());
    out.write(file.array(), file.start(), PngHeader.SIGNATURE.length());
    for (var chunk : header.chunks()) {
      out.write(file.array(), file.start() + chunk.at(), chunk.length());
    }
    return out.toByteArray();
  }

  private static byte transform(JpegColour colour) {
    return switch (colour) {
      case GREY, RGB, CMYK -> 0;
      case YCC -> 1;
      case YCCK -> 2;
    };
  }

  private static void marker(ByteBuffer out, int marker) {
    out.put((byte) 0xff).put((byte) marker);
  }
}
