package dev.anmok.app.reembed;

import dev.anmok.core.embed.ImageEncoder;
import dev.anmok.core.pipeline.Progress;
import dev.anmok.core.pipeline.Reembedded;
import dev.anmok.core.pipeline.Reembedding;
import java.io.Closeable;
import java.io.IOException;

/// A space that is about to be filled, its encoder open.
public final class SpaceFilling implements Closeable {
  private final ImageEncoder encoder;
  private final Reembedding reembedding;
  private final boolean follow;

  SpaceFilling(ImageEncoder encoder, Reembedding reembedding, boolean follow) {
    this.encoder = encoder;
    this.reembedding = reembedding;
    this.follow = follow;
  }

  /// Embeds what is missing; an interrupt of the thread stops it at a place from where another run
  /// goes on.
  public Reembedded run(Progress progress) throws IOException {
    return reembedding.run(follow, progress);
  }

  @Override
  public void close() {
    encoder.close();
  }
}
