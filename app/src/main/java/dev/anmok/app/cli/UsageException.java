package dev.anmok.app.cli;

/// The user named something that is not there or not possible: exit code 2.
final class UsageException extends RuntimeException {
  UsageException(String message) {
    super(message);
  }
}
