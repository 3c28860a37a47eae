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
    try (var filling = begin()) {
      return filling.run(progress);
    }
  }

  /// Opens the encoder and looks at the space's index: files are read by channels that do not
  /// survive an interrupt.
  ///
  /// @throws IOException also if there is an index that cannot be looked at now
  public SpaceFilling begin() throws IOException {
    boolean follow = SpaceState.of(next).indexed();
    if (!follow) { // an unfinished one would not learn of vectors that nobody announces
      Indexes.erase(next.workspace(), next.pack().space().id());
    }
    var encoder = next.pack().images();
    try {
      return new SpaceFilling(encoder, with(encoder), follow);
    } catch (RuntimeException e) {
      encoder.close();
      throw e;
    }
  }

  /// The same by an encoder that is open already, for a space whose index is there; which index
  /// follows says who runs it.
  public Reembedding with(ImageEncoder encoder) {
    var decoder = PhotoDecoder.open(DecodeLimits.DEFAULT);
    var reduced = Stages.of(DecodeLimits.DEFAULT, decoder, encoder);
    var stages = next.profile().nativeDetail() ? reduced.detailed() : reduced;
    return new Reembedding(next.workspace().catalog().vectors(), stages, places, options);
  }

  /// Brings the space's index up to date with the catalog.
  ///
  /// @param progress told the number of photos written so far
  public Misfits index(LongConsumer progress) throws IOException {
    return Indexes.update(next, progress);
  }
}
