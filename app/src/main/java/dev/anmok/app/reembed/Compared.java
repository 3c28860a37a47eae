package dev.anmok.app.reembed;

import dev.anmok.core.evaluate.TopOverlap;
import java.util.List;

/// How far two spaces agree on queries of one kind.
///
/// @param kind `photos`, `prompts` or `queries`
/// @param overlap of what they found
/// @param leftOut queries that one of the models does not understand
/// @param notes sentences for people
public record Compared(String kind, TopOverlap overlap, int leftOut, List<String> notes) {
  public Compared {
    notes = List.copyOf(notes);
  }
}
