package dev.anmok.app.head;

import java.util.List;

/// Somebody named a head that is not there.
public final class UnknownHeadException extends IllegalArgumentException {
  UnknownHeadException(String name, List<String> known) {
    super(
        "unknown head '"
            + name
            + "': "
            + (known.isEmpty()
                ? "there are none yet; make one with: anmok train head"
                : "known are " + String.join(", ", known)));
  }
}
