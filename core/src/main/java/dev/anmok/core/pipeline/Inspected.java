package dev.anmok.core.pipeline;

import dev.anmok.core.image.Pixels;

/// Where one photo stands before the encoder.
sealed interface Inspected {
  /// Done in an earlier run.
  record Skipped() implements Inspected {}

  /// To be recorded by this run.
  sealed interface Fresh extends Inspected {}

  /// Needs no encoder.
  record Settled(Ingested ingested) implements Fresh {}

  /// Waits for its vector.
  record Picture(SourcePhoto source, PhotoBytes.Look look, Photo photo, Pixels pixels)
      implements Fresh {
    Ingested with(Outcome outcome) {
      return new Ingested(source, look.sizeBytes(), look.modifiedMillis(), outcome);
    }
  }
}
