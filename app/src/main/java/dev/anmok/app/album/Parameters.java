package dev.anmok.app.album;

import java.util.Optional;

/// Named settings of a question as somebody sent them: query parameters, form fields.
public interface Parameters {
  /// The text of a setting; empty if it was not sent.
  Optional<String> find(String name);

  /// A whole number.
  ///
  /// @throws IllegalArgumentException if it is none, or out of range
  default int integer(String name, int otherwise, int least, int most) {
    var text = find(name);
    if (text.isEmpty()) {
      return otherwise;
    }
    try {
      int value = Integer.parseInt(text.get());
      if (value >= least && value <= most) {
        return value;
      }
    } catch (NumberFormatException e) {
      // falls through to the one message for all that does not fit
    }
    throw new IllegalArgumentException(
        name + " must be a whole number from " + least + " to " + most + ", was " + text.get());
  }

  /// A number.
  ///
  /// @throws IllegalArgumentException if it is none, or out of range
  default double number(String name, double otherwise, double least, double most) {
    var text = find(name);
    if (text.isEmpty()) {
      return otherwise;
    }
    try {
      double value = Double.parseDouble(text.get());
      if (value >= least && value <= most) {
        return value;
      }
    } catch (NumberFormatException e) {
      // falls through to the one message for all that does not fit
    }
    throw new IllegalArgumentException(
        name + " must be a number from " + least + " to " + most + ", was " + text.get());
  }

  /// A yes or no.
  ///
  /// @throws IllegalArgumentException if it is neither `true` nor `false`
  default boolean flag(String name, boolean otherwise) {
    return switch (find(name).orElse("" + otherwise)) {
      case "true" -> true;
      case "false" -> false;
      case String other ->
          throw new IllegalArgumentException(name + " must be true or false, was " + other);
    };
  }
}
