package dev.anmok.onnx;

import dev.anmok.core.embed.BatchSize;
import dev.anmok.core.embed.Embedding;
import dev.anmok.core.embed.ImageEncoder;
import dev.anmok.core.embed.VectorSpace;
import dev.anmok.core.image.Pixels;
import java.io.IOException;
import java.nio.FloatBuffer;
import java.util.List;
import java.util.Map;

/// A pack's image tower. A batch is prepared and encoded on the caller's thread, in pieces of at
/// most [Device#batch] pictures, fewer where memory is short ([BatchSize]).
final class OnnxImageEncoder implements ImageEncoder {
  private final Tower tower;
  private final ImageSide side;
  private final VectorSpace space;
  private final BatchSize pieces;
  private final BufferPool buffers;
  private final Pooled head;
  private final Filler filler;

  private OnnxImageEncoder(Tower tower, Manifest manifest, Pooled head, Filler filler) {
    this.tower = tower;
    this.side = manifest.image();
    this.space = manifest.space();
    this.head = head;
    this.filler = filler;
    var device = tower.device();
    this.pieces = new BatchSize(device.batch(), device.memory());
    this.buffers = new BufferPool(device.batch() * side.preprocess().length());
  }

  /// Takes over the tower.
  ///
  /// @throws IOException if its inputs and outputs are not those of an image tower; the tower is
  ///   closed then
  static OnnxImageEncoder of(Tower tower, Manifest manifest, Pooled head) throws IOException {
    var side = manifest.image();
    Filler filler = Filler.none();
    try {
      filler = manifest.joint() ? Filler.text(tower, manifest.text()) : filler;
      tower.expect(filler.with(side.ports()), side.output(), head.port());
    } catch (IOException e) {
      filler.close();
      tower.close();
      throw e;
    }
    return new OnnxImageEncoder(tower, manifest, head, filler);
  }

  @Override
  public VectorSpace space() {
    return space;
  }

  @Override
  public int inputSide() {
    return side.preprocess().side();
  }

  @Override
  public List<Embedding> encode(List<Pixels> batch) {
    return pieces.over(batch, this::piece);
  }

  private List<Embedding> piece(List<Pixels> pictures) {
    var preprocess = side.preprocess();
    var buffer = buffers.take();
    try {
      for (int i = 0; i < pictures.size(); i++) {
        preprocess.into(pictures.get(i), buffer, i * preprocess.length());
      }
      return run(buffer, pictures.size());
    } finally {
      buffers.give(buffer);
    }
  }

  /// The embedding of the golden pattern, see [Patterns].
  Embedding pattern() {
    var buffer = buffers.take();
    try {
      Patterns.into(side.preprocess(), buffer);
      return run(buffer, 1).getFirst();
    } finally {
      buffers.give(buffer);
    }
  }

  private List<Embedding> run(FloatBuffer buffer, int count) {
    int pixels = inputSide();
    var input = buffer.duplicate().position(0).limit(count * side.preprocess().length());
    float[] values;
    try (var tensor = tower.tensor(side.input(), input, count, 3, pixels, pixels)) {
      values = tower.run(filler.and(Map.of(side.input(), tensor)), side.output());
    }
    return Rows.embeddings(space, head.apply(values, count), count);
  }

  @Override
  public void close() {
    tower.close();
    filler.close();
  }
}
