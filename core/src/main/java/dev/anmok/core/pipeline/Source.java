package dev.anmok.core.pipeline;

import java.io.IOException;
import java.util.OptionalLong;
import java.util.stream.Stream;

/// Where photos come from: a folder, a manifest. Reading it twice gives the same photos in the same
/// order, and never holds all of them.
public interface Source {
  /// How people know it: the path as they typed it.
  String name();

  /// Number of photos if that is known without reading the pictures.
  OptionalLong count() throws IOException;

  /// The photos in the source's order; the caller closes the stream. A malformed line ends it with
  /// an [java.io.UncheckedIOException] that names the file and the line.
  Stream<SourcePhoto> photos() throws IOException;
}
