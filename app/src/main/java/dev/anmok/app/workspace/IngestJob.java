package dev.anmok.app.workspace;

import dev.anmok.app.profile.Profile;
import dev.anmok.codec.PhotoDecoder;
import dev.anmok.core.embed.ImageEncoder;
import dev.anmok.core.image.DecodeLimits;
import dev.anmok.core.pipeline.Ingest;
import dev.anmok.core.pipeline.IngestOptions;
import dev.anmok.core.pipeline.IngestSummary;
import dev.anmok.core.pipeline.PhotoBytes;
import dev.anmok.core.pipeline.PhotoFiles;
import dev.anmok.core.pipeline.Progress;
import dev.anmok.core.pipeline.Source;
import dev.anmok.core.pipeline.Stages;
import dev.anmok.core.quality.BlurNet;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/// Brings sources into a session's workspace with the real decoder and the session's encoder, with
/// details at native resolution if the profile asks for them.
///
/// @param session open for writing
/// @param options threads, batches and limits
/// @param places where the photos' bytes come from
/// @param netOrNull also measures photos at native resolution; null where the profile's blur method
///   does without
public record IngestJob(
    Session session, IngestOptions options, PhotoBytes places, @Nullable BlurNet netOrNull) {
  /// A job that reads files.
  public IngestJob(Session session, IngestOptions options) {
    this(session, options, (BlurNet) null);
  }

  /// A job that reads files and asks a network of each photo, if there is one.
  public IngestJob(Session session, IngestOptions options, @Nullable BlurNet netOrNull) {
    this(session, options, new PhotoFiles(DecodeLimits.DEFAULT.maxBytes()), netOrNull);
  }

  /// Reads one source; its photos are in the catalog afterwards, the index is not yet up to date.
  public IngestSummary run(Source source, Progress progress) throws IOException {
    try (var encoder = session.pack().images()) {
      return run(source, encoder, progress);
    }
  }

  /// The same with an encoder that is open anyway.
  public IngestSummary run(Source source, ImageEncoder encoder, Progress progress)
      throws IOException {
    var stages = stages(session.profile(), encoder, netOrNull);
    return new Ingest(session.workspace().catalog(), stages, places, options).run(source, progress);
  }

  /// What is done to each photo of a profile.
  ///
  /// @param encoder of the session's pack; stays open
  /// @param netOrNull as above
  public static Stages stages(Profile profile, ImageEncoder encoder, @Nullable BlurNet netOrNull) {
    var decoder = PhotoDecoder.open(DecodeLimits.DEFAULT);
    var reduced = Stages.of(DecodeLimits.DEFAULT, decoder, encoder);
    if (!profile.nativeDetail()) {
      return reduced;
    }
    return netOrNull == null ? reduced.detailed() : reduced.detailed(netOrNull);
  }
}
