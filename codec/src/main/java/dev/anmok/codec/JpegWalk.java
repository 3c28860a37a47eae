package dev.anmok.codec;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import org.jspecify.annotations.Nullable;

/// Steps from one JPEG marker to the next. Padding between segments is skipped; entropy-coded data
/// are searched eight bytes at a time for the marker that ends them.
final class JpegWalk {
  private static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final long LOW = 0x0101010101010101L;
  private static final long HIGH = 0x8080808080808080L;

  private final Bytes file;
  private int at = 2;
  private boolean ended;
  private boolean scanned;

  JpegWalk(Bytes file) {
    this.file = file;
  }

  /// Whether the end marker was reached.
  boolean ended() {
    return ended;
  }

  /// The next segment; null at the end marker, or at the end of the file once a scan was seen.
  @Nullable JpegSegment next() throws Malformed {
    int marker = marker();
    if (marker == JpegSegment.EOI) {
      ended = true;
    }
    if (ended || marker < 0) {
      return null;
    }
    if (marker == JpegSegment.SOI) {
      return new JpegSegment(marker, at, at);
    }
    if (marker == 1 || (marker >= JpegSegment.RST0 && marker <= JpegSegment.RST7)) {
      throw Malformed.corrupt("The JPEG has a restart marker outside its picture data.");
    }
    int length = file.u16(at, false);
    if (length < 2) {
      throw Malformed.corrupt("The JPEG has a segment of no length.");
    }
    file.require(at, length);
    int end = at + length;
    if (marker == JpegSegment.SOS) {
      end = endOfScan(end);
      scanned = true;
    }
    var segment = new JpegSegment(marker, at, end);
    at = end;
    return segment;
  }

  /// The next marker's second byte, or -1 where the file ends after a scan.
  private int marker() throws Malformed {
    boolean afterFill = false;
    while (at < file.length() || !scanned) {
      int b = file.u8(at++);
      if (b == 0xff) {
        afterFill = true;
      } else if (afterFill && b != 0) {
        return b;
      } else {
        afterFill = false;
      }
    }
    return -1;
  }

  /// Where the data that begin at `from` end: at the first marker that is no restart marker, or at
  /// the end of the file.
  private int endOfScan(int from) {
    byte[] array = file.array();
    int end = file.start() + file.length();
    int i = file.start() + from;
    while (true) {
      i = indexOfFf(array, i, end);
      if (i + 1 >= end) {
        return end - file.start();
      }
      int next = array[i + 1] & 0xff;
      boolean restart = next >= JpegSegment.RST0 && next <= JpegSegment.RST7;
      if (next != 0 && next != 0xff && !restart) {
        return i - file.start();
      }
      i += next == 0xff ? 1 : 2;
    }
  }

  private static int indexOfFf(byte[] array, int from, int end) {
    int i = from;
    for (; i + 8 <= end; i += 8) {
      long inverted = ~(long) LONG.get(array, i);
      long zeros = (inverted - LOW) & ~inverted & HIGH;
      if (zeros != 0) {
        return i + (Long.numberOfTrailingZeros(zeros) >> 3);
      }
    }
    while (i < end && array[i] != (byte) 0xff) {
      i++;
    }
    return i;
  }
}
