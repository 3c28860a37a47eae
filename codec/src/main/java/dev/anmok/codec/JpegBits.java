package dev.anmok.codec;

/// The bits of a JPEG scan, without the stuffed zero bytes, up to the next marker.
final class JpegBits {
  private final Bytes file;
  private final int end;
  private int at;
  private int current;
  private int left;

  JpegBits(Bytes file, int at, int end) {
    this.file = file;
    this.at = at;
    this.end = end;
  }

  /// The next bit; -1 at a marker or at the end.
  int next() {
    if (left == 0 && !load()) {
      return -1;
    }
    left--;
    return current >> left & 1;
  }

  /// Skips `count` bits; false where they run out.
  boolean skip(int count) {
    for (int i = 0; i < count; i++) {
      if (next() < 0) {
        return false;
      }
    }
    return true;
  }

  /// Drops the rest of the byte and steps over the restart marker of that number, 0 to 7.
  boolean restart(int number) {
    left = 0;
    while (byteAt(at) == 0xff && byteAt(at + 1) == 0xff) {
      at++;
    }
    if (byteAt(at) != 0xff || byteAt(at + 1) != JpegSegment.RST0 + number) {
      return false;
    }
    at += 2;
    return true;
  }

  private boolean load() {
    int b = byteAt(at);
    if (b < 0 || (b == 0xff && byteAt(at + 1) != 0)) {
      return false;
    }
    at += b == 0xff ? 2 : 1;
    current = b;
    left = 8;
    return true;
  }

  private int byteAt(int place) {
    return place < end ? file.array()[file.start() + place] & 0xff : -1;
  }
}
