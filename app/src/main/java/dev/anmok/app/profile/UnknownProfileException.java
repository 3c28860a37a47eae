package dev.anmok.app.profile;

/// Somebody named a profile that is neither shipped nor a file.
public final class UnknownProfileException extends IllegalArgumentException {
  UnknownProfileException(String name) {
    super(
        "unknown profile '"
            + name
            + "': give one of "
            + String.join(", ", Profiles.SHIPPED)
            + " or the path of a .yaml file");
  }
}
