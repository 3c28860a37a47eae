package dev.anmok.core.search;

import java.io.IOException;

/// There is no index where one was to be read. The message says where and what to do.
public final class NoIndexException extends IOException {
  private static final long serialVersionUID = 1;

  public NoIndexException(String message) {
    super(message);
  }
}
