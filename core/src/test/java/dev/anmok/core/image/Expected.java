package dev.anmok.core.image;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Objects;

/// One line of `resize-expected.txt`: what Pillow made of a [FormulaPicture].
record Expected(
    String kind, int width, int height, int toWidth, int toHeight, Filter filter, String base64) {
  static List<Expected> all(String kind) {
    try (var in = Expected.class.getResourceAsStream("resize-expected.txt")) {
      var text = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
      return text.lines().filter(l -> l.startsWith(kind + ";")).map(Expected::parse).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Expected parse(String line) {
    var f = line.split(";", -1);
    return new Expected(
        f[0],
        Integer.parseInt(f[1]),
        Integer.parseInt(f[2]),
        Integer.parseInt(f[3]),
        Integer.parseInt(f[4]),
        Filter.parse(f[5]),
        f[6]);
  }

  Pixels picture() {
    return FormulaPicture.of(width, height);
  }

  /// The greatest difference of any channel of any pixel; Integer.MAX_VALUE if the lengths differ.
  int maxDifference(byte[] actual) {
    var expected = Base64.getDecoder().decode(base64);
    if (expected.length != actual.length) {
      return Integer.MAX_VALUE;
    }
    int max = 0;
    for (int i = 0; i < expected.length; i++) {
      max = Math.max(max, Math.abs((expected[i] & 0xff) - (actual[i] & 0xff)));
    }
    return max;
  }

  @Override
  public String toString() {
    return "%s %dx%d to %dx%d %s".formatted(kind, width, height, toWidth, toHeight, filter.code());
  }
}
