package dev.anmok.core.pipeline;

import dev.anmok.core.image.Reason;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// One worker's work on one partition: inspect every photo, encode the pictures together.
final class PartitionJob {
  /// Bytes of pixels that may wait for the encoder; beyond them a batch is encoded before its time.
  static final long PIXEL_BUDGET = 48L << 20;

  private final Inspector inspector;
  private final BatchEncoder encoder;

  private final List<Ingested> done = new ArrayList<>();
  private final List<Inspected.Fresh> pending = new ArrayList<>();
  private long pendingPixels;

  PartitionJob(Inspector inspector, BatchEncoder encoder) {
    this.inspector = inspector;
    this.encoder = encoder;
  }

  PartitionResult run(List<SourcePhoto> partition) throws IOException {
    for (var source : partition) {
      take(inspector.inspect(source));
    }
    encodePending();
    return new PartitionResult(partition, done);
  }

  private void take(Inspected inspected) {
    switch (inspected) {
      case Inspected.Skipped() -> {}
      case Inspected.Settled settled -> pending.add(settled);
      case Inspected.Picture picture -> {
        pending.add(picture);
        pendingPixels += picture.pixels().rgb().length;
        if (pendingPixels > PIXEL_BUDGET) {
          encodePending();
        }
      }
    }
  }

  private void encodePending() {
    var pictures =
        pending.stream()
            .filter(Inspected.Picture.class::isInstance)
            .map(Inspected.Picture.class::cast)
            .map(Inspected.Picture::pixels)
            .toList();
    var encoded = encoder.encode(pictures).iterator();
    for (var fresh : pending) {
      switch (fresh) {
        case Inspected.Picture picture -> done.add(picture.with(outcome(picture, encoded.next())));
        case Inspected.Settled(var ingested) -> done.add(ingested);
      }
    }
    pending.clear();
    pendingPixels = 0;
  }

  private static Outcome outcome(Inspected.Picture picture, Encoded encoded) {
    return switch (encoded) {
      case Encoded.Vector(var embedding) -> new Outcome.Processed(picture.photo(), embedding);
      case Encoded.Failed(var detail) ->
          new Outcome.Rejected(picture.photo().sha256(), Reason.CORRUPT, detail);
    };
  }
}
