package dev.anmok.core.pipeline;

import dev.anmok.core.embed.VectorSpace;
import dev.anmok.core.image.Decoded;
import dev.anmok.core.image.Reason;
import java.io.IOException;

/// Takes one photo as far as the encoder: look at its place, ask the ledger, read, digest, ask the
/// ledger again, decode, measure. Whatever a file holds ends as a value; only the ledger's own
/// failures are thrown.
final class Inspector {
  private final Ledger ledger;
  private final Stages stages;
  private final PhotoBytes places;
  private final VectorSpace space;
  private final boolean retryRejected;

  Inspector(Ledger ledger, Stages stages, PhotoBytes places, boolean retryRejected) {
    this.ledger = ledger;
    this.stages = stages;
    this.places = places;
    this.space = stages.encoder().space();
    this.retryRejected = retryRejected;
  }

  Inspected inspect(SourcePhoto source) throws IOException {
    var look = look(source);
    if (alreadyDone(source.uri(), look)) {
      return new Inspected.Skipped();
    }
    return switch (look) {
      case PhotoBytes.Look.Unusable(var reason, var detail, var size, var modified) ->
          settled(source, look, new Outcome.Rejected(null, reason, detail));
      case PhotoBytes.Look.Found found -> read(source, found);
    };
  }

  private PhotoBytes.Look look(SourcePhoto source) {
    var flaw = source.flawOrNull();
    return flaw == null
        ? places.look(source.uri())
        : new PhotoBytes.Look.Unusable(
            Reason.MISSING, flaw, PhotoBytes.UNKNOWN, PhotoBytes.UNKNOWN);
  }

  private boolean alreadyDone(String uri, PhotoBytes.Look look) throws IOException {
    var seen = ledger.seen(uri).orElse(null);
    if (seen == null
        || seen.sizeBytes() != look.sizeBytes()
        || seen.modifiedMillis() != look.modifiedMillis()) {
      return false;
    }
    if (seen.rejected()) {
      boolean allowedNow =
          seen.reasonOrNull() == Reason.NOT_ALLOWED && look instanceof PhotoBytes.Look.Found;
      return !retryRejected && !allowedNow;
    }
    var sha256 = seen.sha256OrNull();
    return sha256 != null && ledger.complete(sha256, space, stages.required());
  }

  private Inspected read(SourcePhoto source, PhotoBytes.Look.Found found) throws IOException {
    return switch (places.read(found)) {
      case PhotoBytes.Content.Bytes(var bytes) -> digest(source, found, bytes);
      case PhotoBytes.Content.Rejected(var reason, var detail, var tryAgain) -> {
        var rejected = new Outcome.Rejected(null, reason, detail);
        // With length and time unknown the next run finds another look, and reads once more.
        yield tryAgain
            ? new Inspected.Settled(
                new Ingested(source, PhotoBytes.UNKNOWN, PhotoBytes.UNKNOWN, rejected))
            : settled(source, found, rejected);
      }
    };
  }

  private Inspected digest(SourcePhoto source, PhotoBytes.Look look, byte[] bytes)
      throws IOException {
    var sha256 = Photo.digest(bytes);
    if (ledger.complete(sha256, space, stages.required())) {
      return settled(source, look, new Outcome.Known(sha256));
    }
    return decode(source, look, bytes, sha256);
  }

  private Inspected decode(SourcePhoto source, PhotoBytes.Look look, byte[] bytes, String sha256)
      throws IOException {
    boolean lacksDetailOnly =
        stages.required().contains(Stage.DETAIL)
            && ledger.complete(sha256, space, Stages.WITHOUT_DETAIL);
    try {
      return switch (stages.decode(bytes)) {
        case Decoded.Rejected(var reason, var detail) ->
            settled(source, look, new Outcome.Rejected(sha256, reason, detail));
        case Decoded.Image(var pixels, var facts) -> {
          var detail = stages.detail(pixels);
          var reduced = stages.reduced(pixels);
          var measures = stages.measure().apply(reduced);
          var photo = new Photo(sha256, bytes.length, facts, measures, detail);
          yield lacksDetailOnly
              ? settled(source, look, new Outcome.Detailed(photo))
              : new Inspected.Picture(source, look, photo, reduced);
        }
      };
    } catch (RuntimeException e) {
      var detail = "decoding failed: " + Failure.words(e);
      return settled(source, look, new Outcome.Rejected(sha256, Reason.CORRUPT, detail));
    }
  }

  private static Inspected settled(SourcePhoto source, PhotoBytes.Look look, Outcome outcome) {
    return new Inspected.Settled(
        new Ingested(source, look.sizeBytes(), look.modifiedMillis(), outcome));
  }
}
