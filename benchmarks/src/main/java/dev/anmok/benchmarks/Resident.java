package dev.anmok.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Memory of this process as Linux counts it.
final class Resident {
  private static final Path STATUS = Path.of("/proc/self/status");

  private Resident() {}

  /// MiB that lie in memory now.
  static double mib() throws IOException {
    return line("VmRSS:");
  }

  /// The most that ever did.
  static double peakMib() throws IOException {
    return line("VmHWM:");
  }

  private static double line(String name) throws IOException {
    try (var lines = Files.lines(STATUS)) {
      return lines
          .filter(line -> line.startsWith(name))
          .mapToDouble(line -> Double.parseDouble(line.replaceAll("[^0-9]", "")) / 1024)
          .findFirst()
          .orElse(Double.NaN);
    }
  }
}
