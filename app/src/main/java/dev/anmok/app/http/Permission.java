package dev.anmok.app.http;

/// Who may call a route.
public enum Permission {
  /// Everybody, also without a token.
  OPEN,
  /// Whoever has the token, where there is one.
  READ,
  /// The same; besides, no page of another origin may send it.
  WRITE,
  /// As [#WRITE], for routes that store nothing that belongs to a model: they are sent a question,
  /// or stop a job.
  ASK
}
