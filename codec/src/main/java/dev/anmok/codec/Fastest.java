package dev.anmok.codec;

import java.util.Optional;

/// The fastest backend that this machine can load, loaded once for the process at first use.
///
/// @param backend what decodes and encodes
/// @param warning why it is not the native library; empty where it is
record Fastest(Backend backend, Optional<String> warning) {
  static Fastest loaded() {
    return Once.LOADED;
  }

  private static final class Once {
    static final Fastest LOADED = load();
  }

  private static Fastest load() {
    try {
      return new Fastest(OpenCvBackend.load(), Optional.empty());
    } catch (LinkageError e) {
      String why =
          "OpenCV's native library cannot be loaded on "
              + System.getProperty("os.name")
              + " "
              + System.getProperty("os.arch")
              + "; photos are decoded in Java, about four times slower.";
      return new Fastest(new ImageIoBackend(), Optional.of(why));
    }
  }
}
