package dev.anmok.core.pipeline;

import dev.anmok.core.image.Decoded;
import dev.anmok.core.image.Pixels;
import dev.anmok.core.image.Reason;
import dev.anmok.core.pipeline.SpaceVectors.Made;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// One worker's work on a few photos that the catalog has: read each from the first of its places
/// that still holds it, decode as an ingest does, encode together. Whatever a file holds ends as a
/// value.
final class ReembedPartition {
  private record Waiting(String sha256, Pixels pixels) {}

  private final SpaceVectors vectors;
  private final Stages stages;
  private final PhotoBytes places;
  private final BatchEncoder encoder;
  private final List<Made> made = new ArrayList<>();
  private final List<Waiting> waiting = new ArrayList<>();
  private long waitingBytes;

  ReembedPartition(SpaceVectors vectors, Stages stages, PhotoBytes places, BatchEncoder encoder) {
    this.vectors = vectors;
    this.stages = stages;
    this.places = places;
    this.encoder = encoder;
  }

  /// One outcome a photo.
  List<Made> run(List<SpaceVectors.Missing> photos) throws IOException {
    for (var photo : photos) {
      take(photo.sha256());
    }
    encode();
    return List.copyOf(made);
  }

  private void take(String sha256) throws IOException {
    Made last = new Made.Failed(sha256, Reason.MISSING, "it lies nowhere any more");
    for (var uri : vectors.places(sha256)) {
      switch (read(sha256, uri)) {
        case Read.Picture(var pixels) -> {
          waiting.add(new Waiting(sha256, pixels));
          waitingBytes += pixels.rgb().length;
          if (waitingBytes > PartitionJob.PIXEL_BUDGET) {
            encode();
          }
          return;
        }
        case Read.Nothing(var reason, var detail) -> last = new Made.Failed(sha256, reason, detail);
      }
    }
    made.add(last);
  }

  private sealed interface Read {
    record Picture(Pixels pixels) implements Read {}

    record Nothing(Reason reason, String detail) implements Read {}
  }

  private Read read(String sha256, String uri) {
    return switch (places.look(uri)) {
      case PhotoBytes.Look.Unusable(var reason, var detail, _, _) ->
          new Read.Nothing(reason, detail);
      case PhotoBytes.Look.Found found ->
          switch (places.read(found)) {
            case PhotoBytes.Content.Rejected(var reason, var detail, _) ->
                new Read.Nothing(reason, detail);
            case PhotoBytes.Content.Bytes(var bytes) -> decode(sha256, bytes);
          };
    };
  }

  private Read decode(String sha256, byte[] bytes) {
    if (!Photo.digest(bytes).equals(sha256)) {
      return new Read.Nothing(Reason.MISSING, "the file holds other bytes now: ingest it again");
    }
    try {
      return switch (stages.decode(bytes)) {
        case Decoded.Rejected(var reason, var detail) -> new Read.Nothing(reason, detail);
        case Decoded.Image(var pixels, _) -> new Read.Picture(stages.reduced(pixels));
      };
    } catch (RuntimeException e) {
      return new Read.Nothing(Reason.CORRUPT, "decoding failed: " + Failure.words(e));
    }
  }

  private void encode() {
    var encoded = encoder.encode(waiting.stream().map(Waiting::pixels).toList());
    for (int i = 0; i < waiting.size(); i++) {
      var sha256 = waiting.get(i).sha256();
      made.add(
          switch (encoded.get(i)) {
            case Encoded.Vector(var embedding) -> new Made.Vector(sha256, embedding);
            case Encoded.Failed(var detail) -> new Made.Failed(sha256, Reason.CORRUPT, detail);
          });
    }
    waiting.clear();
    waitingBytes = 0;
  }
}
