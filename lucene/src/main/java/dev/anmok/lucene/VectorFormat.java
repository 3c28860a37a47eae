package dev.anmok.lucene;

/// How a graph holds the vectors that it compares on its way. Whatever it is, the floats lie beside
/// them, the hits are ranked by those, and scores are exact.
public enum VectorFormat {
  /// Four bytes a value, mapped: nothing is lost on the way.
  FLOAT32,
  /// One byte a value with a proven bound on its error; floats are read for a few hits only.
  INT8,
  /// One bit a value: a sixth of the memory of `INT8`, graph included, and a wide beam to make up
  /// for it, whose floats are all read.
  ONE_BIT
}
