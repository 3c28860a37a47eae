package dev.anmok.app.cli;

import java.util.function.Supplier;

/// The user named something that is not there or not possible: exit code 2.
final class UsageException extends RuntimeException {
  private static final long serialVersionUID = 1;

  UsageException(String message) {
    super(message);
  }

  /// Reads the value of an option; what it says of a wrong one is told with the option's name.
  static <T> T reading(String option, Supplier<T> value) {
    try {
      return value.get();
    } catch (IllegalArgumentException e) {
      throw new UsageException(option + ": " + e.getMessage());
    }
  }
}
