package dev.anmok.app.source;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/// Counts the quotation marks that pass. In CSV they come in pairs, so an odd number at the end
/// means that one was never closed and has swallowed the lines after it, which parsers let pass.
final class QuoteParity extends FilterReader {
  private boolean odd;

  QuoteParity(Reader in) {
    super(in);
  }

  /// Whether a quotation mark is open after what was read so far.
  boolean open() {
    return odd;
  }

  @Override
  public int read() throws IOException {
    int c = super.read();
    odd ^= c == '"';
    return c;
  }

  @Override
  public int read(char[] buffer, int offset, int length) throws IOException {
    int n = super.read(buffer, offset, length);
    for (int i = 0; i < n; i++) {
      odd ^= buffer[offset + i] == '"';
    }
    return n;
  }
}
