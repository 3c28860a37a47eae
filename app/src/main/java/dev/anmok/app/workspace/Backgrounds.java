package dev.anmok.app.workspace;

import dev.anmok.core.search.Spread;

/// What the cosines of queries are compared with.
public final class Backgrounds {
  private Backgrounds() {}

  /// The background of a session's workspace.
  public static Spread.Of of(Session session) {
    return query -> new Spread(0, 0.1);
  }
}
