package dev.anmok.codec;

import org.jspecify.annotations.Nullable;

/// One directory of a TIFF structure, which EXIF shares. Offsets count from the structure's start.
final class Ifd {
  private static final int ASCII = 2;
  private static final int ENTRY = 12;
  private static final int MAX_ENTRIES = 4_096;
  private static final int MAX_NUMBERS = 1_000_000;

  private final Bytes tiff;
  private final boolean littleEndian;
  private final long at;
  private final int entries;

  private Ifd(Bytes tiff, boolean littleEndian, long at, int entries) {
    this.tiff = tiff;
    this.littleEndian = littleEndian;
    this.at = at;
    this.entries = entries;
  }

  /// The first directory; the next ones of its chain are never followed, so a loop does no harm.
  static Ifd first(Bytes tiff) throws Malformed {
    boolean littleEndian = tiff.has(0, "II");
    if ((!littleEndian && !tiff.has(0, "MM")) || tiff.u16(2, littleEndian) != 42) {
      throw Malformed.corrupt("The TIFF structure has no byte order mark.");
    }
    return at(tiff, littleEndian, tiff.u32(4, littleEndian));
  }

  private static Ifd at(Bytes tiff, boolean littleEndian, long at) throws Malformed {
    int entries = tiff.u16(at, littleEndian);
    return new Ifd(tiff, littleEndian, at + 2, Math.min(entries, MAX_ENTRIES));
  }

  /// The directory that a tag points at, null where the tag is absent.
  @Nullable Ifd directory(int tag) throws Malformed {
    long pointer = number(tag, -1);
    return pointer < 0 ? null : at(tiff, littleEndian, pointer);
  }

  /// A tag's text, cut at `maxLength`; empty where the tag is absent or no text.
  String text(int tag, int maxLength) throws Malformed {
    long entry = find(tag);
    if (entry < 0 || tiff.u16(entry + 2, littleEndian) != ASCII) {
      return "";
    }
    long count = tiff.u32(entry + 4, littleEndian);
    long data = count <= 4 ? entry + 8 : tiff.u32(entry + 8, littleEndian);
    return tiff.slice(data, count).text(maxLength);
  }

  /// The first number of a tag, or `otherwise` where the tag is absent or not a whole number.
  long number(int tag, long otherwise) throws Malformed {
    long[] numbers = numbers(tag, 1);
    return numbers.length == 0 ? otherwise : numbers[0];
  }

  /// All numbers of a tag; none where the tag is absent or not of whole numbers.
  long[] numbers(int tag) throws Malformed {
    long[] numbers = numbers(tag, MAX_NUMBERS + 1);
    if (numbers.length > MAX_NUMBERS) {
      throw Malformed.unsupported("A TIFF of more than " + MAX_NUMBERS + " parts is not read.");
    }
    return numbers;
  }

  /// The first numbers of a tag, at most `most`.
  private long[] numbers(int tag, int most) throws Malformed {
    long entry = find(tag);
    int width = entry < 0 ? 0 : width(entry);
    if (width == 0) {
      return new long[0];
    }
    long count = tiff.u32(entry + 4, littleEndian);
    long data = count * width <= 4 ? entry + 8 : tiff.u32(entry + 8, littleEndian);
    tiff.require(data, count * width);
    long[] numbers = new long[(int) Math.min(count, most)];
    for (int i = 0; i < numbers.length; i++) {
      long at = data + (long) i * width;
      numbers[i] =
          switch (width) {
            case 1 -> tiff.u8(at);
            case 2 -> tiff.u16(at, littleEndian);
            default -> tiff.u32(at, littleEndian);
          };
    }
    return numbers;
  }

  private int width(long entry) throws Malformed {
    return switch (tiff.u16(entry + 2, littleEndian)) {
      case 1 -> 1;
      case 3 -> 2;
      case 4 -> 4;
      default -> 0;
    };
  }

  private long find(int tag) throws Malformed {
    for (int i = 0; i < entries; i++) {
      long entry = at + (long) i * ENTRY;
      if (tiff.u16(entry, littleEndian) == tag) {
        return entry;
      }
    }
    return -1;
  }
}
