package dev.anmok.codec;

/// Expands the LZW codes of a GIF picture (GIF89a, appendix F).
final class GifCodes {
  private static final int MAX_CODES = 4096;

  private final Bytes file;
  private final byte[] out;
  private final int[] prefix = new int[MAX_CODES];
  private final byte[] last = new byte[MAX_CODES];
  private final int[] lengths = new int[MAX_CODES];
  private long at;
  private int blockLeft;
  private int bits;
  private int bitCount;
  private int written;

  private GifCodes(Bytes file, long at, int count) {
    this.file = file;
    this.at = at;
    this.out = new byte[count];
  }

  /// Palette indices, row by row as stored.
  static byte[] decode(Bytes file, long at, int count) throws Malformed {
    int minBits = file.u8(at);
    if (minBits < 1 || minBits > 8) {
      throw Malformed.corrupt("The GIF's code size is out of range.");
    }
    // Each byte of codes gives at most 4096 pixels or so: do not allocate for a claim beyond that.
    if ((long) count > (file.length() - at) * MAX_CODES) {
      throw Malformed.truncated("The GIF is too short for the picture that it announces.");
    }
    var codes = new GifCodes(file, at + 1, count);
    codes.expand(minBits);
    return codes.out;
  }

  private void expand(int minBits) throws Malformed {
    int clear = 1 << minBits;
    int next = clear + 2;
    int width = minBits + 1;
    int previous = -1;
    for (int i = 0; i < clear; i++) {
      last[i] = (byte) i;
      lengths[i] = 1;
    }
    while (written < out.length) {
      int code = code(width);
      if (code == clear) {
        next = clear + 2;
        width = minBits + 1;
        previous = -1;
      } else if (code == clear + 1) {
        throw Malformed.truncated("The GIF's picture ends before its last row.");
      } else {
        if (code > next || (previous < 0 && code > clear)) {
          throw Malformed.corrupt("The GIF's codes are damaged.");
        }
        if (previous >= 0 && next < MAX_CODES) {
          prefix[next] = previous;
          lengths[next] = lengths[previous] + 1;
          last[next] = first(code == next ? previous : code);
          next++;
          width = next == 1 << width && width < 12 ? width + 1 : width;
        } else if (code == next) {
          throw Malformed.corrupt("The GIF's codes are damaged.");
        }
        write(code);
        previous = code;
      }
    }
  }

  private byte first(int code) {
    int c = code;
    while (lengths[c] > 1) {
      c = prefix[c];
    }
    return last[c];
  }

  private void write(int code) {
    int end = written + lengths[code];
    int c = code;
    for (int i = end - 1; i >= written; i--) {
      if (i < out.length) {
        out[i] = last[c];
      }
      c = prefix[c];
    }
    written = end;
  }

  private int code(int width) throws Malformed {
    while (bitCount < width) {
      if (blockLeft == 0) {
        blockLeft = file.u8(at++);
        if (blockLeft == 0) {
          throw Malformed.truncated("The GIF's picture ends before its last row.");
        }
      }
      bits |= file.u8(at++) << bitCount;
      bitCount += 8;
      blockLeft--;
    }
    int code = bits & ((1 << width) - 1);
    bits >>>= width;
    bitCount -= width;
    return code;
  }
}
