package dev.anmok.codec;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.zip.ZipInputStream;

/// The committed pictures of 24x16 pixels, made by `training/reference/make_codec_samples.py`.
final class SamplePhotos {
  static final int WIDTH = 24;
  static final int HEIGHT = 16;

  private SamplePhotos() {}

  /// Names of all pictures.
  static List<String> names() {
    return List.copyOf(expected().keySet());
  }

  static byte[] bytes(String name) {
    try (var in = open(name)) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Pillow's reading of each picture as RGB.
  static Map<String, byte[]> expected() {
    var pictures = new TreeMap<String, byte[]>();
    try (var zip = new ZipInputStream(open("expected.zip"))) {
      for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        pictures.put(entry.getName(), zip.readAllBytes());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return pictures;
  }

  private static InputStream open(String name) {
    return Objects.requireNonNull(SamplePhotos.class.getResourceAsStream(name), name);
  }
}
