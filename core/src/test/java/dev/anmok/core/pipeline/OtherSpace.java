package dev.anmok.core.pipeline;

import dev.anmok.core.embed.Embedding;
import dev.anmok.core.embed.ImageEncoder;
import dev.anmok.core.embed.VectorSpace;
import dev.anmok.core.image.Pixels;
import java.util.Arrays;
import java.util.List;

/// The encoder of [TinyPhotos] in another space.
///
/// @param tiny counts, chokes and takes its time
public record OtherSpace(TinyPhotos tiny) implements ImageEncoder {
  /// The stages of `tiny` with this encoder.
  public Stages stages() {
    var stages = tiny.stages();
    return new Stages(stages.limits(), stages.decoder(), stages.measure(), this, null, null);
  }

  @Override
  public VectorSpace space() {
    return Samples.OTHER_SPACE;
  }

  @Override
  public int inputSide() {
    return tiny.inputSide();
  }

  @Override
  public List<Embedding> encode(List<Pixels> batch) {
    tiny.encode(batch);
    return batch.stream()
        .map(pixels -> Samples.embedding(1 + Arrays.hashCode(pixels.rgb()), space()))
        .toList();
  }

  @Override
  public void close() {}
}
