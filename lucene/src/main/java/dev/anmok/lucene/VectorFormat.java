package dev.anmok.lucene;

import dev.anmok.core.embed.BitRows;
import dev.anmok.core.embed.ByteRows;

/// How clusters hold the vectors that a search compares. Whatever it is, the floats lie beside
/// them, the hits are ranked by those, and scores are exact.
public enum VectorFormat {
  /// The floats themselves, four bytes a value, mapped.
  FLOAT32,
  /// One byte a value with a proven bound on its error; floats are read for a few hits only.
  INT8,
  /// One bit a value with a likely bound on its error, which is wider: a sixth of the memory of
  /// `INT8`, and floats are read for some hundred photos.
  ONE_BIT;

  /// Bytes that a row's code takes beside the floats.
  int codeBytes(int dimension) {
    return switch (this) {
      case FLOAT32 -> 0;
      case INT8 -> dimension;
      case ONE_BIT -> BitRows.codeBytes(dimension);
    };
  }

  /// Numbers that a row has beside its code.
  int figures() {
    return switch (this) {
      case FLOAT32 -> 0;
      case INT8 -> ByteRows.FIGURES;
      case ONE_BIT -> BitRows.FIGURES;
    };
  }
}
