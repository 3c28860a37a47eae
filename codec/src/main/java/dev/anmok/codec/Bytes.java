package dev.anmok.codec;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

/// A bounded view of a file. Reading past its end says that the file is cut short, so parsers
/// follow offsets without checking each one; offsets are `long` so that sums of 32-bit fields from
/// a hostile header cannot wrap around.
final class Bytes {
  private final byte[] array;
  private final int start;
  private final int length;

  private Bytes(byte[] array, int start, int length) {
    this.array = array;
    this.start = start;
    this.length = length;
  }

  /// The whole array, shared.
  static Bytes of(byte[] array) {
    return new Bytes(array, 0, array.length);
  }

  /// The part from `at`, at most `length` long, cut at this view's end.
  Bytes slice(long at, long length) throws Malformed {
    require(at, 0);
    return new Bytes(array, start + (int) at, (int) Math.min(length, this.length - at));
  }

  /// The shared bytes; this view begins at [#start()].
  byte[] array() {
    return array;
  }

  int start() {
    return start;
  }

  int length() {
    return length;
  }

  int u8(long at) throws Malformed {
    require(at, 1);
    return array[start + (int) at] & 0xff;
  }

  int u16(long at, boolean littleEndian) throws Malformed {
    int first = u8(at);
    int second = u8(at + 1);
    return littleEndian ? second << 8 | first : first << 8 | second;
  }

  long u32(long at, boolean littleEndian) throws Malformed {
    long first = u16(at, littleEndian);
    long second = u16(at + 2, littleEndian);
    return littleEndian ? second << 16 | first : first << 16 | second;
  }

  /// Whether the ASCII text stands at `at`.
  boolean has(long at, String ascii) {
    if (at < 0 || at + ascii.length() > length) {
      return false;
    }
    for (int i = 0; i < ascii.length(); i++) {
      if ((array[start + (int) at + i] & 0xff) != ascii.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  /// The first bytes as Latin-1 text.
  String text(int maxLength) {
    return new String(array, start, Math.min(maxLength, length), ISO_8859_1);
  }

  /// Throws unless `count` bytes lie at `at`.
  void require(long at, long count) throws Malformed {
    if (at < 0 || count < 0 || at > length || count > length - at) {
      throw Malformed.truncated("The file ends before the data it announces.");
    }
  }
}
