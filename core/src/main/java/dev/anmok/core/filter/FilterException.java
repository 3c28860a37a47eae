package dev.anmok.core.filter;

/// A filter that cannot be understood. The message is one line that names the place, what is wrong
/// there and what would be right.
public final class FilterException extends IllegalArgumentException {
  private static final long serialVersionUID = 1;

  private final int position;

  FilterException(int position, String message) {
    super("at character " + (position + 1) + ": " + message);
    this.position = position;
  }

  /// Where in the text it went wrong, from 0.
  public int position() {
    return position;
  }
}
