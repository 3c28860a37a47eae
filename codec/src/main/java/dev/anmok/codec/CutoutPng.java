package dev.anmok.codec;

import dev.anmok.core.cutout.CutoutPicture;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/// Writes a cut-out as a PNG of 8-bit red, green, blue and opacity, row by row, so that a large
/// picture needs no copy in memory. Each row is stored as its difference to the row above (filter
/// 2). Source: W3C, Portable Network Graphics, third edition.
public final class CutoutPng {
  private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
  private static final byte[] HEADER_END = {8, 6, 0, 0, 0}; // depth, RGBA, and the only methods
  private static final int CHUNK = 1 << 16;
  private static final byte UP = 2;

  private final DataOutputStream out;

  private CutoutPng(OutputStream out) {
    this.out = new DataOutputStream(out);
  }

  /// Writes a file; the caller closes.
  public static void write(CutoutPicture picture, OutputStream out) throws IOException {
    new CutoutPng(out).write(picture);
  }

  private void write(CutoutPicture picture) throws IOException {
    out.write(SIGNATURE);
    var header = new byte[13];
    put(header, 0, picture.width());
    put(header, 4, picture.height());
    System.arraycopy(HEADER_END, 0, header, 8, HEADER_END.length);
    chunk("IHDR", header, header.length);
    var deflater = new Deflater();
    try {
      rows(picture, deflater);
    } finally {
      deflater.end();
    }
    chunk("IEND", new byte[0], 0);
    out.flush();
  }

  private void rows(CutoutPicture picture, Deflater deflater) throws IOException {
    var above = new byte[4 * picture.width()];
    var row = new byte[above.length];
    var filtered = new byte[1 + row.length];
    var packed = new byte[CHUNK];
    for (int y = 0; y < picture.height(); y++) {
      picture.row(y, row);
      filtered[0] = UP;
      for (int i = 0; i < row.length; i++) {
        filtered[1 + i] = (byte) (row[i] - above[i]);
      }
      deflater.setInput(filtered);
      drain(deflater, packed);
      var free = above;
      above = row;
      row = free;
    }
    deflater.finish();
    drain(deflater, packed);
  }

  private void drain(Deflater deflater, byte[] packed) throws IOException {
    for (int n = deflater.deflate(packed); n > 0; n = deflater.deflate(packed)) {
      chunk("IDAT", packed, n);
    }
  }

  private void chunk(String type, byte[] data, int length) throws IOException {
    var name = type.getBytes(StandardCharsets.US_ASCII);
    var crc = new CRC32();
    crc.update(name);
    crc.update(data, 0, length);
    out.writeInt(length);
    out.write(name);
    out.write(data, 0, length);
    out.writeInt((int) crc.getValue());
  }

  private static void put(byte[] to, int at, int value) {
    for (int i = 0; i < 4; i++) {
      to[at + i] = (byte) (value >>> (24 - 8 * i));
    }
  }
}
