package dev.anmok.core.embed;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.util.Random;

/// Seeded unit vectors and their codes outside the heap.
///
/// @param codes of all rows
/// @param figures of all rows
record SampleRows(MemorySegment codes, MemorySegment figures) {
  private static final ValueLayout.OfFloat FLOAT =
      ValueLayout.JAVA_FLOAT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

  /// Writes the code and the figures of a row.
  interface Encoder {
    void encode(float[] row, byte[] code, float[] figures);
  }

  static SampleRows encode(float[][] vectors, int bytes, int count, Encoder encoder) {
    var arena = Arena.ofAuto();
    var codes = arena.allocate((long) vectors.length * bytes);
    var figures = arena.allocate((long) vectors.length * count * Float.BYTES);
    var code = new byte[bytes];
    var row = new float[count];
    for (int i = 0; i < vectors.length; i++) {
      encoder.encode(vectors[i], code, row);
      MemorySegment.copy(code, 0, codes, ValueLayout.JAVA_BYTE, (long) i * bytes, bytes);
      MemorySegment.copy(row, 0, figures, FLOAT, (long) i * count * Float.BYTES, count);
    }
    return new SampleRows(codes, figures);
  }

  /// Unit vectors in random directions; every third leans far towards the first axis if `leaning`.
  static float[][] vectors(Random random, int count, int dimension, boolean leaning) {
    var space = new VectorSpace("t", "w", "p", "none", dimension);
    var vectors = new float[count][];
    for (int i = 0; i < count; i++) {
      var values = new float[dimension];
      for (int k = 0; k < dimension; k++) {
        values[k] = (float) random.nextGaussian() * (leaning && i % 3 == 0 && k == 0 ? 30 : 1);
      }
      vectors[i] = Embedding.normalize(space, values).toArray();
    }
    return vectors;
  }

  static double exact(float[] a, float[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += (double) a[i] * b[i];
    }
    return sum;
  }
}
