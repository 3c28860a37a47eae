package dev.anmok.app.report;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/// Writes a file beside its place first and moves it there when it is whole, so that a reader never
/// sees half of it and a failure leaves the file that was there before.
final class Draft {
  /// Writes the content.
  @FunctionalInterface
  interface Content {
    void to(Appendable out) throws IOException;
  }

  private Draft() {}

  /// @throws IOException with the file and what stands in the way
  static void write(Path file, Content content) throws IOException {
    var target = file.toAbsolutePath();
    if (Files.isDirectory(target)) {
      throw new IOException("cannot write the report " + file + ": it is a folder; name a file");
    }
    var draft = target.resolveSibling(target.getFileName() + ".draft");
    try {
      try (var out = Files.newBufferedWriter(draft, StandardCharsets.UTF_8)) {
        content.to(out);
      }
      Files.move(
          draft, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new IOException("cannot write the report " + file + ": " + obstacle(e), e);
    } finally {
      Files.deleteIfExists(draft);
    }
  }

  private static String obstacle(IOException e) {
    return switch (e) {
      case NoSuchFileException _ -> "its folder does not exist";
      case AccessDeniedException _ -> "its folder may not be written to";
      default -> String.valueOf(e.getMessage());
    };
  }
}
