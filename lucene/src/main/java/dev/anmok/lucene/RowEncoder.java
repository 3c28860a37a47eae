package dev.anmok.lucene;

import dev.anmok.core.embed.BitRows;
import dev.anmok.core.embed.ByteRows;

/// Writes rows in one format; for one thread.
interface RowEncoder {
  /// Writes the code and the figures of one row.
  ///
  /// @param code receives [VectorFormat#codeBytes] bytes
  /// @param figures receives [VectorFormat#figures] values
  void encode(float[] row, byte[] code, float[] figures);

  /// An encoder around a centre.
  static RowEncoder of(VectorFormat format, float[] centre) {
    return switch (format) {
      case FLOAT32 -> (_, _, _) -> {}; // its rows are the floats themselves
      case INT8 -> new ByteRows.Encoder(centre)::encode;
      case ONE_BIT -> new BitRows.Encoder(centre)::encode;
    };
  }
}
