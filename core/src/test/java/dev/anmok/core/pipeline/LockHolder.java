package dev.anmok.core.pipeline;

import java.io.IOException;
import java.nio.file.Path;

/// A process that holds a workspace until its standard input ends.
final class LockHolder {
  private LockHolder() {}

  public static void main(String[] args) throws IOException {
    try (var _ = WorkspaceLock.acquire(Path.of(args[0]))) {
      System.out.println("held");
      while (System.in.read() >= 0) {}
    }
  }
}
