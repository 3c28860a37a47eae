package dev.anmok.app.cli;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;

/// Says in words for people what a file system only names a file for.
public final class PlainWords {
  private PlainWords() {}

  /// What went wrong, in one line.
  public static String of(IOException e) {
    return switch (e) {
      case NoSuchFileException missing -> missing.getFile() + ": there is no such file or folder";
      case AccessDeniedException denied -> denied.getFile() + ": permission denied";
      case FileSystemException system ->
          system.getFile() + ": " + (system.getReason() == null ? system : system.getReason());
      default -> String.valueOf(e.getMessage());
    };
  }
}
