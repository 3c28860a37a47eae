package dev.anmok.sqlite;

import dev.anmok.core.embed.Embedding;
import dev.anmok.core.embed.VectorSpace;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/// Vectors as the catalog stores them: 32-bit floats, little-endian.
final class Vectors {
  private Vectors() {}

  static byte[] toBlob(Embedding embedding) {
    float[] values = embedding.toArray();
    var blob = ByteBuffer.allocate(Float.BYTES * values.length).order(ByteOrder.LITTLE_ENDIAN);
    blob.asFloatBuffer().put(values);
    return blob.array();
  }

  static Embedding ofBlob(VectorSpace space, byte[] blob) {
    float[] values = new float[blob.length / Float.BYTES];
    ByteBuffer.wrap(blob).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(values);
    return Embedding.ofUnit(space, values);
  }
}
