package dev.anmok.core.quality;

import jdk.incubator.vector.ByteVector;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.ShortVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorShape;
import jdk.incubator.vector.VectorSpecies;

/// The widest vectors of this machine, and bytes that fill them once they are widened.
final class Lanes {
  static final VectorSpecies<Byte> BYTES = ByteVector.SPECIES_PREFERRED;
  static final VectorSpecies<Short> SHORTS = ShortVector.SPECIES_PREFERRED;
  static final VectorSpecies<Integer> INTS = IntVector.SPECIES_PREFERRED;
  static final VectorSpecies<Float> FLOATS = FloatVector.SPECIES_PREFERRED;
  static final int OF_BYTES = BYTES.length();
  static final int OF_SHORTS = SHORTS.length();
  static final int OF_INTS = INTS.length();
  static final VectorSpecies<Byte> BYTES_TO_SHORTS = bytes(OF_SHORTS);
  static final VectorSpecies<Byte> BYTES_TO_INTS = bytes(OF_INTS);
  static final VectorSpecies<Short> SHORTS_TO_INTS =
      VectorSpecies.of(short.class, VectorShape.forBitSize(Math.max(64, 16 * OF_INTS)));

  private Lanes() {}

  private static VectorSpecies<Byte> bytes(int lanes) {
    return VectorSpecies.of(byte.class, VectorShape.forBitSize(Math.max(64, 8 * lanes)));
  }

  /// Unsigned bytes as 16-bit values.
  static ShortVector shorts(byte[] values, int at) {
    var bytes = ByteVector.fromArray(BYTES_TO_SHORTS, values, at);
    return (ShortVector) bytes.convertShape(VectorOperators.ZERO_EXTEND_B2S, SHORTS, 0);
  }

  /// Unsigned bytes as 32-bit values.
  static IntVector ints(byte[] values, int at) {
    var bytes = ByteVector.fromArray(BYTES_TO_INTS, values, at);
    return (IntVector) bytes.convertShape(VectorOperators.ZERO_EXTEND_B2I, INTS, 0);
  }

  /// 16-bit values as 32-bit ones.
  static IntVector ints(short[] values, int at) {
    var shorts = ShortVector.fromArray(SHORTS_TO_INTS, values, at);
    return (IntVector) shorts.convertShape(VectorOperators.S2I, INTS, 0);
  }
}
