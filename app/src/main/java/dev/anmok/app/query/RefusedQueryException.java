package dev.anmok.app.query;

import java.io.IOException;

/// The model does not know the language of a query and nobody translates it: its vector would mean
/// nothing.
public final class RefusedQueryException extends IOException {
  private static final long serialVersionUID = 1;

  RefusedQueryException(String problem) {
    super(problem);
  }
}
