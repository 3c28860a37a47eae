package dev.anmok.app.report;

import java.util.Optional;

/// Small pictures for a report.
@FunctionalInterface
public interface Thumbnails {
  /// A JPEG of the photo, about 240 pixels on its longer side; empty if there is none to show.
  Optional<byte[]> jpeg(String uri);
}
