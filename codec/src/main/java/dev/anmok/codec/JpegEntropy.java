package dev.anmok.codec;

import org.jspecify.annotations.Nullable;

/// Reads a JPEG's Huffman codes without making pixels, to say for certain whether every block of
/// the picture is there. Slow beside a decoder, so it is asked only where something is suspicious.
///
/// Of a progressive file the first scans, which hold each block's mean, are read; of the refining
/// ones nothing is.
final class JpegEntropy {
  private final Bytes file;
  private final JpegHeader header;
  private final @Nullable HuffmanTable[] dc = new @Nullable HuffmanTable[4];
  private final @Nullable HuffmanTable[] ac = new @Nullable HuffmanTable[4];
  private int interval;

  private JpegEntropy(Bytes file, JpegHeader header) {
    this.file = file;
    this.header = header;
  }

  /// Whether the data of all channels are whole.
  static boolean isWhole(Bytes file, JpegHeader header) throws Malformed {
    return header.frame().process() == JpegFrame.LOSSLESS
        ? header.ended()
        : new JpegEntropy(file, header).readScans();
  }

  private boolean readScans() throws Malformed {
    int channels = 0;
    for (var segment : header.segments()) {
      switch (segment.marker()) {
        case JpegSegment.DHT -> readTables(segment);
        case JpegSegment.DRI -> interval = file.u16(segment.at() + 2L, false);
        case JpegSegment.SOS -> {
          var scan = JpegScan.parse(file, header.frame(), segment);
          if (scan.holdsMeans()) {
            if (!readScan(scan)) {
              return false;
            }
            channels += scan.channels().size();
          }
        }
        default -> {} // no part in the entropy coding
      }
    }
    return channels >= header.frame().components().size();
  }

  private void readTables(JpegSegment segment) throws Malformed {
    int at = segment.at() + 2;
    while (at < segment.end()) {
      int id = file.u8(at);
      var table = HuffmanTable.parse(file, at + 1L);
      (id >> 4 == 0 ? dc : ac)[id & 3] = table;
      at += 1 + table.size();
    }
  }

  private boolean readScan(JpegScan scan) {
    var bits = new JpegBits(file, scan.dataAt(), scan.dataEnd());
    for (int unit = 0; unit < scan.units(); unit++) {
      boolean restart = interval > 0 && unit > 0 && unit % interval == 0;
      if (restart && !bits.restart((unit / interval - 1) & 7)) {
        return false;
      }
      for (var channel : scan.channels()) {
        for (int block = 0; block < channel.blocks(); block++) {
          if (!readBlock(bits, channel, scan.lastCoefficient())) {
            return false;
          }
        }
      }
    }
    return true;
  }

  private boolean readBlock(JpegBits bits, JpegScan.Channel channel, int lastCoefficient) {
    var means = dc[channel.dcTable()];
    int size = means == null ? -1 : means.decode(bits);
    if (size < 0 || size > 16 || !bits.skip(size)) {
      return false;
    }
    var details = ac[channel.acTable()];
    for (int k = 1; k <= lastCoefficient; k++) {
      int code = details == null ? -1 : details.decode(bits);
      if (code < 0 || !bits.skip(code & 15)) {
        return false;
      }
      if (code == 0) {
        return true;
      }
      k += code >> 4;
      if (k > 63) {
        return false;
      }
    }
    return true;
  }
}
