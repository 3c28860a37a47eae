package dev.anmok.app.cli;

/// How a command prints its result.
enum Format {
  TABLE,
  JSON;

  @Override
  public String toString() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }
}
