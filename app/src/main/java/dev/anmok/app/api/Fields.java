package dev.anmok.app.api;

import dev.anmok.app.http.Parameter;
import dev.anmok.app.http.Schema;

/// Short words for parameters that several routes have.
final class Fields {
  static final Parameter DETAILS =
      new Parameter("details", Schema.FLAG, "scores, reasons and groups too");

  static final Parameter FILTER =
      text("filter", "which items count, such as genre:horror year>=2000 (docs/filters.md)");

  /// Who says so where a client does not tell.
  static final String DEFAULT_REVIEWER = System.getProperty("user.name", "unknown");

  static final Parameter REVIEWER =
      text("reviewer", "who says so, at most 64 characters (default: the server's user)");

  private Fields() {}

  static Parameter text(String name, String description) {
    return new Parameter(name, Schema.TEXT, description);
  }

  static Parameter flag(String name, String description) {
    return new Parameter(name, Schema.FLAG, description);
  }
}
