package dev.anmok.codec;

import dev.anmok.core.image.Reason;

/// A file that gives no picture; the decoder turns it into a rejection.
final class Malformed extends Exception {
  private static final long serialVersionUID = 1L;

  private final Reason reason;

  Malformed(Reason reason, String detail) {
    super(detail, null, false, false);
    this.reason = reason;
  }

  static Malformed corrupt(String detail) {
    return new Malformed(Reason.CORRUPT, detail);
  }

  static Malformed truncated(String detail) {
    return new Malformed(Reason.TRUNCATED, detail);
  }

  static Malformed unsupported(String detail) {
    return new Malformed(Reason.UNSUPPORTED, detail);
  }

  Reason reason() {
    return reason;
  }

  String detail() {
    return String.valueOf(getMessage());
  }
}
