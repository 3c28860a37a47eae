package dev.anmok.onnx;

import dev.anmok.core.image.Caption;
import dev.anmok.core.image.Captioner;
import dev.anmok.core.image.Pixels;
import java.nio.FloatBuffer;

/// A pack's captioner. A picture is captioned on the caller's thread; the number of steps is
/// bounded by the pack's greatest length.
final class OnnxCaptioner implements Captioner {
  private final SequenceManifest manifest;
  private final ImageSide side;
  private final Tokens target;
  private final SequenceModel model;
  private final BufferPool buffers;

  /// Takes tokenizer and model over.
  OnnxCaptioner(SequenceManifest manifest, ImageSide side, Tokens target, SequenceModel model) {
    this.manifest = manifest;
    this.side = side;
    this.target = target;
    this.model = model;
    this.buffers = new BufferPool(side.preprocess().length());
  }

  @Override
  public String id() {
    return manifest.identity().id();
  }

  @Override
  public String language() {
    return manifest.languages().to().getFirst();
  }

  @Override
  public int inputSide() {
    return side.preprocess().side();
  }

  @Override
  public Caption caption(Pixels picture) {
    var found = found(picture);
    var text = target.text(found.ids());
    return text.isBlank()
        ? new Caption.Failed(id() + " said nothing", false)
        : new Caption.Said(text, found.score());
  }

  Decoding.Found found(Pixels picture) {
    var buffer = buffers.take();
    try {
      side.preprocess().into(picture, buffer, 0);
      return run(buffer);
    } finally {
      buffers.give(buffer);
    }
  }

  /// The caption's tokens for the golden pattern, see [Patterns].
  Decoding.Found pattern() {
    var buffer = buffers.take();
    try {
      Patterns.into(side.preprocess(), buffer);
      return run(buffer);
    } finally {
      buffers.give(buffer);
    }
  }

  private Decoding.Found run(FloatBuffer buffer) {
    var input = buffer.duplicate().position(0).limit(side.preprocess().length());
    return model.ofPicture(
        side.input(), model.encoder().tensor(side.input(), input, 1, 3, inputSide(), inputSide()));
  }

  SequenceModel model() {
    return model;
  }

  ImageSide side() {
    return side;
  }

  void closeModel() {
    model.close();
  }

  @Override
  public void close() {
    model.close();
    target.close();
  }
}
