package dev.anmok.core.search;

import java.util.List;

/// One page of what a request found.
///
/// @param hits best first
/// @param more whether the ranking goes on after them
public record Answer(List<Found> hits, boolean more) {
  public Answer {
    hits = List.copyOf(hits);
  }
}
