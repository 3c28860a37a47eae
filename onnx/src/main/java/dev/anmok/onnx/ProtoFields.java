package dev.anmok.onnx;

import java.io.Serial;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;

/// The fields of one protocol buffer message, one after the other. After [#next] each field must be
/// taken or skipped. Source of the encoding: https://protobuf.dev/programming-guides/encoding
final class ProtoFields {
  private static final int MAX_TEXT = 1 << 16;

  /// The bytes are no message.
  static final class BrokenException extends Exception {
    @Serial private static final long serialVersionUID = 1;

    BrokenException(String message) {
      super(message);
    }
  }

  private final MemorySegment bytes;
  private long at;
  private int number;
  private int wire;

  ProtoFields(MemorySegment bytes) {
    this.bytes = bytes;
  }

  /// Goes to the next field.
  ///
  /// @return whether there is one
  boolean next() throws BrokenException {
    if (at == bytes.byteSize()) {
      return false;
    }
    long key = varint();
    if (key >>> 32 != 0) { // readers differ in which of its bits they drop
      throw new BrokenException("a field number that is too large");
    }
    number = (int) (key >>> 3);
    wire = (int) (key & 7);
    return true;
  }

  /// The number of the field.
  int number() {
    return number;
  }

  ProtoFields message() throws BrokenException {
    return new ProtoFields(delimited());
  }

  String text() throws BrokenException {
    var slice = delimited();
    if (slice.byteSize() > MAX_TEXT) {
      throw new BrokenException("a name of " + slice.byteSize() + " bytes");
    }
    return new String(slice.toArray(ValueLayout.JAVA_BYTE), StandardCharsets.UTF_8);
  }

  void skip() throws BrokenException {
    switch (wire) {
      case 0 -> varint();
      case 1 -> forward(8);
      case 2 -> delimited();
      case 5 -> forward(4);
      default -> throw new BrokenException("a field of the unknown form " + wire);
    }
  }

  private MemorySegment delimited() throws BrokenException {
    if (wire != 2) {
      throw new BrokenException("field " + number + " has another form than it should");
    }
    long length = varint();
    long from = at;
    forward(length);
    return bytes.asSlice(from, length);
  }

  private void forward(long length) throws BrokenException {
    if (length < 0 || length > bytes.byteSize() - at) {
      throw new BrokenException("it ends in the middle of a field");
    }
    at += length;
  }

  private long varint() throws BrokenException {
    long value = 0;
    for (int shift = 0; shift < 64; shift += 7) {
      if (at == bytes.byteSize()) {
        throw new BrokenException("it ends in the middle of a number");
      }
      byte b = bytes.get(ValueLayout.JAVA_BYTE, at++);
      value |= (long) (b & 0x7f) << shift;
      if (b >= 0) {
        return value;
      }
    }
    throw new BrokenException("a number of more than ten bytes");
  }
}
