package dev.anmok.core.search;

import java.io.IOException;

/// An index that cannot be used as it is: a part is missing, cut off or of an unknown format, it
/// was made for other fields, or its words are not those that queries would look for. Nothing is
/// lost by it, since every index can be built again from the catalog.
public final class IndexDamagedException extends IOException {
  private static final long serialVersionUID = 1;

  public IndexDamagedException(String message) {
    super(message);
  }

  public IndexDamagedException(String message, Throwable cause) {
    super(message, cause);
  }
}
