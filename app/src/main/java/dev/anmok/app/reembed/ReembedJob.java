package dev.anmok.app.reembed;

import dev.anmok.app.workspace.Indexes;
import dev.anmok.app.workspace.Misfits;
import dev.anmok.app.workspace.Session;
import dev.anmok.codec.PhotoDecoder;
import dev.anmok.core.embed.ImageEncoder;
import dev.anmok.core.image.DecodeLimits;
import dev.anmok.core.pipeline.IngestOptions;
import dev.anmok.core.pipeline.PhotoBytes;
import dev.anmok.core.pipeline.Progress;
import dev.anmok.core.pipeline.Reembedded;
import dev.anmok.core.pipeline.Reembedding;
import dev.anmok.core.pipeline.Stages;
import java.io.IOException;
import java.util.function.LongConsumer;

/// Fills the space of another model with the photos of a workspace and builds its index, beside the
/// space and the index in use, which stay as they are.
///
/// @param next the workspace with the other model ([Session#beside]), open for writing
/// @param options threads and batches
/// @param places where the photos' bytes come from
public record ReembedJob(Session next, IngestOptions options, PhotoBytes places) {
  /// Embeds what is missing; goes on where an earlier run was stopped.
  public Reembedded embed(Progress progress) throws IOException {
    try (var encoder = next.pack().images()) {
      return embed(encoder, progress);
    }
  }

  private Reembedded embed(ImageEncoder encoder, Progress progress) throws IOException {
    boolean follow = SpaceState.of(next).indexed();
    if (!follow) { // an unfinished one would not learn of vectors that nobody announces
      Indexes.erase(next.workspace(), next.pack().space().id());
    }
    var decoder = PhotoDecoder.open(DecodeLimits.DEFAULT);
    var reduced = Stages.of(DecodeLimits.DEFAULT, decoder, encoder);
    var stages = next.profile().nativeDetail() ? reduced.detailed() : reduced;
    var vectors = next.workspace().catalog().vectors();
    return new Reembedding(vectors, stages, places, options).run(follow, progress);
  }

  /// Brings the space's index up to date with the catalog.
  ///
  /// @param progress told the number of photos written so far
  public Misfits index(LongConsumer progress) throws IOException {
    return Indexes.update(next, progress);
  }
}
