package dev.anmok.codec;

/// One marker segment of a JPEG file.
///
/// @param marker the marker's second byte
/// @param at where the bytes after the marker begin, with the length field if there is one
/// @param end where they end; for a scan, after its entropy-coded data
record JpegSegment(int marker, int at, int end) {
  static final int DHT = 0xc4;
  static final int RST0 = 0xd0;
  static final int RST7 = 0xd7;
  static final int SOI = 0xd8;
  static final int EOI = 0xd9;
  static final int SOS = 0xda;
  static final int DQT = 0xdb;
  static final int DRI = 0xdd;

  /// Whether it begins a frame: SOF0 to SOF15 without the three other markers among them.
  boolean isFrame() {
    return marker >= 0xc0 && marker <= 0xcf && marker != DHT && marker != 0xc8 && marker != 0xcc;
  }

  /// Whether a decoder needs it for the pixels; colour profiles, EXIF and comments are left out, so
  /// their faults cannot disturb it.
  boolean isNeeded() {
    return isFrame() || marker == DHT || marker == SOS || marker == DQT || marker == DRI;
  }
}
