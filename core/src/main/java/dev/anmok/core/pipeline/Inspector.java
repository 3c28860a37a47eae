package dev.anmok.core.pipeline;

import dev.anmok.core.embed.VectorSpace;
import dev.anmok.core.image.Decoded;
import dev.anmok.core.image.Reason;
import java.io.EOFException;
import java.io.FileInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// Takes one photo as far as the encoder: look at the file, ask the catalog, read, digest, ask the
/// catalog again, decode, measure. Whatever a file holds ends as a value; only the catalog's own
/// failures are thrown.
final class Inspector {
  private final Catalog catalog;
  private final Stages stages;
  private final VectorSpace space;
  private final boolean retryRejected;

  Inspector(Catalog catalog, Stages stages, boolean retryRejected) {
    this.catalog = catalog;
    this.stages = stages;
    this.space = stages.encoder().space();
    this.retryRejected = retryRejected;
  }

  Inspected inspect(SourcePhoto source) throws IOException {
    var look = FileLook.at(source.uri(), stages.limits().maxBytes());
    if (alreadyDone(source.uri(), look)) {
      return new Inspected.Skipped();
    }
    return switch (look) {
      case FileLook.Unusable(var reason, var detail, var size, var modified) ->
          settled(source, look, new Outcome.Rejected(null, reason, detail));
      case FileLook.Found file -> read(source, file);
    };
  }

  private boolean alreadyDone(String uri, FileLook look) throws IOException {
    var seen = catalog.seen(uri).orElse(null);
    if (seen == null
        || seen.sizeBytes() != look.sizeBytes()
        || seen.modifiedMillis() != look.modifiedMillis()) {
      return false;
    }
    if (seen.rejected()) {
      return !retryRejected;
    }
    var sha256 = seen.sha256OrNull();
    return sha256 != null && catalog.complete(sha256, space, stages.required());
  }

  private Inspected read(SourcePhoto source, FileLook.Found file) throws IOException {
    byte[] bytes;
    try {
      bytes = bytes(file.path(), Math.toIntExact(file.sizeBytes()));
    } catch (IOException e) {
      var detail = file.path() + " could not be read: " + FileLook.cause(e);
      var rejected = new Outcome.Rejected(null, Reason.UNREADABLE, detail);
      // Length and time stay unknown: the next run tries again, whatever made it unreadable.
      return new Inspected.Settled(
          new Ingested(source, FileLook.UNKNOWN, FileLook.UNKNOWN, rejected));
    }
    var sha256 = sha256(bytes);
    if (catalog.complete(sha256, space, stages.required())) {
      return settled(source, file, new Outcome.Known(sha256));
    }
    return decode(source, file, bytes, sha256);
  }

  private Inspected decode(SourcePhoto source, FileLook file, byte[] bytes, String sha256)
      throws IOException {
    boolean lacksDetailOnly =
        stages.required().contains(Stage.DETAIL)
            && catalog.complete(sha256, space, Stages.WITHOUT_DETAIL);
    try {
      return switch (stages.decode(bytes)) {
        case Decoded.Rejected(var reason, var detail) ->
            settled(source, file, new Outcome.Rejected(sha256, reason, detail));
        case Decoded.Image(var pixels, var facts) -> {
          var detail = stages.detail(pixels);
          var reduced = stages.reduced(pixels);
          var measures = stages.measure().apply(reduced);
          var photo = new Photo(sha256, bytes.length, facts, measures, detail);
          yield lacksDetailOnly
              ? settled(source, file, new Outcome.Detailed(photo))
              : new Inspected.Picture(source, file, photo, reduced);
        }
      };
    } catch (RuntimeException e) {
      var detail = "decoding failed: " + FileLook.cause(e);
      return settled(source, file, new Outcome.Rejected(sha256, Reason.CORRUPT, detail));
    }
  }

  private static Inspected settled(SourcePhoto source, FileLook file, Outcome outcome) {
    return new Inspected.Settled(
        new Ingested(source, file.sizeBytes(), file.modifiedMillis(), outcome));
  }

  /// The first `length` bytes. A stream, not a channel: a channel would copy them once more, and an
  /// interrupt would close it.
  private static byte[] bytes(Path path, int length) throws IOException {
    try (var in = new FileInputStream(path.toFile())) {
      byte[] bytes = new byte[length];
      int read = in.readNBytes(bytes, 0, length);
      if (read < length) {
        throw new EOFException("it became shorter while it was read");
      }
      return bytes;
    }
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
