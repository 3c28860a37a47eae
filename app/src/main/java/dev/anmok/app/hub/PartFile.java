package dev.anmok.app.hub;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/// What came of a file, and the validator of the hub's file that it came from.
record PartFile(Path path) {
  private Path tag() {
    return path.resolveSibling(path.getFileName() + ".etag");
  }

  long size() throws IOException {
    return Files.isRegularFile(path) ? Files.size(path) : 0;
  }

  @Nullable String validator() throws IOException {
    return Files.isRegularFile(tag()) ? Files.readString(tag()) : null;
  }

  void restart(@Nullable String validatorOrNull) throws IOException {
    delete();
    if (validatorOrNull != null) {
      Files.writeString(tag(), validatorOrNull);
    }
  }

  FileChannel append() throws IOException {
    return FileChannel.open(
        path, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.APPEND);
  }

  void delete() throws IOException {
    Files.deleteIfExists(path);
    Files.deleteIfExists(tag());
  }
}
