package dev.anmok.app.workspace;

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
import java.io.IOException;

/// Brings sources into a session's workspace with the real decoder and the session's encoder, with
/// details at native resolution if the profile asks for them.
///
/// @param session open for writing
/// @param options threads, batches and limits
/// @param places where the photos' bytes come from
public record IngestJob(Session session, IngestOptions options, PhotoBytes places) {
  /// A job that reads files.
  public IngestJob(Session session, IngestOptions options) {
    this(session, options, new PhotoFiles(DecodeLimits.DEFAULT.maxBytes()));
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
    var decoder = PhotoDecoder.open(DecodeLimits.DEFAULT);
    var reduced = Stages.of(DecodeLimits.DEFAULT, decoder, encoder);
    var stages = session.profile().nativeDetail() ? reduced.detailed() : reduced;
    return new Ingest(session.workspace().catalog(), stages, places, options).run(source, progress);
  }
}
