package dev.anmok.parquet;

import dev.anmok.core.pipeline.Ingested;
import dev.anmok.core.pipeline.Outcome;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/// One photo of a manifest with what became of it.
///
/// @param number its place in the manifest, from 0
/// @param ingested an outcome that stands for itself: [Outcome.Processed] or [Outcome.Rejected]
/// @param scores what lenses say of it, by name, in their order; empty if it was rejected
public record PhotoRow(long number, Ingested ingested, Map<String, Double> scores) {
  public PhotoRow {
    if (number < 0) {
      throw new IllegalArgumentException("number must be >= 0, was " + number);
    }
    if (ingested.outcome() instanceof Outcome.Known
        || ingested.outcome() instanceof Outcome.Detailed) {
      throw new IllegalArgumentException("an outcome must be whole, was " + ingested.outcome());
    }
    scores = Collections.unmodifiableMap(new LinkedHashMap<>(scores));
  }
}
