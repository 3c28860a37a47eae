package dev.anmok.spark;

/// An option's value is not possible. Its message names the option, the rule and the value.
public final class WrongOptionException extends IllegalArgumentException {
  private static final long serialVersionUID = 1;

  /// Says which and why.
  public WrongOptionException(String message) {
    super(message);
  }

  /// Says what a text that names the option says.
  public WrongOptionException(String message, Throwable cause) {
    super(message, cause);
  }

  /// Refuses a command that asks for what is not possible.
  public static void require(boolean holds, String message) {
    if (!holds) {
      throw new WrongOptionException(message);
    }
  }
}
