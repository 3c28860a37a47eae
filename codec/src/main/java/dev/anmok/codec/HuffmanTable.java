package dev.anmok.codec;

/// A JPEG Huffman table, decoded one bit at a time by the procedure of ITU T.81, F.2.2.3.
final class HuffmanTable {
  private final int[] maxCode = new int[17];
  private final int[] offset = new int[17];
  private final byte[] values;

  private HuffmanTable(byte[] values) {
    this.values = values;
  }

  /// The table whose sixteen counts stand at `at`, followed by its values.
  static HuffmanTable parse(Bytes file, long at) throws Malformed {
    int total = 0;
    for (int length = 1; length <= 16; length++) {
      total += file.u8(at + length - 1);
    }
    var table = new HuffmanTable(new byte[total]);
    for (int i = 0; i < total; i++) {
      table.values[i] = (byte) file.u8(at + 16 + i);
    }
    int code = 0;
    int index = 0;
    for (int length = 1; length <= 16; length++) {
      int count = file.u8(at + length - 1);
      table.offset[length] = index - code;
      code += count;
      index += count;
      table.maxCode[length] = count == 0 ? -1 : code - 1;
      code <<= 1;
    }
    return table;
  }

  /// How many bytes it takes in the file.
  int size() {
    return 16 + values.length;
  }

  /// The next value, or -1 where the bits run out or form no code.
  int decode(JpegBits bits) {
    int code = 0;
    for (int length = 1; length <= 16; length++) {
      int bit = bits.next();
      if (bit < 0) {
        return -1;
      }
      code = code << 1 | bit;
      if (maxCode[length] >= 0 && code <= maxCode[length]) {
        int index = code + offset[length];
        return index >= 0 && index < values.length ? values[index] & 0xff : -1;
      }
    }
    return -1;
  }
}
