package dev.anmok.app.album;

import java.util.List;

/// The answer to a question, as trees of lists, maps, texts and numbers that become JSON.
public interface Answer {
  /// In exactly the shape of the source project.
  List<?> plain();

  /// With scores, reasons and groups.
  Object details();
}
