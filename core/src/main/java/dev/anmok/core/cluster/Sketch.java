package dev.anmok.core.cluster;

import dev.anmok.core.embed.Dot;
import java.io.IOException;
import java.util.Optional;

/// Short stand-ins for long unit vectors whose dot products are never smaller than those of the
/// vectors themselves, so that most pairs can be ruled out by them and none that counts is lost.
///
/// With `P` the coordinates along some orthonormal directions and `r` the length of what lies
/// across all of them, `x·y ≤ Px·Py + r(x) r(y)` (Cauchy-Schwarz): a dot product again, of vectors
/// with one coordinate more than there are directions. The directions are the leading ones of a
/// sample, so that `r` is small.
final class Sketch {
  /// Below this many rows all products are made in full sooner than a sketch.
  static final int MIN_ROWS = 4_000;

  /// Lengths of a sketch that are considered, the last coordinate included.
  private static final int[] LENGTHS = {16, 32, 48, 64, 96, 128, 192, 256};

  private static final int SAMPLE = 2_048;
  private static final int PROBES = 512;
  private static final int BLOCK = 1_024;

  /// What it costs to look at one pair in full, of vectors that are in no cache, as a number of
  /// multiplications in a block; measured.
  private static final double LOOK = 60_000;

  /// Added to the square of what lies across: covers float rounding in the coordinates.
  private static final double SLACK = 1e-5;

  private final float[] directions;
  private final int count;
  private final int dimension;

  private Sketch(float[] directions, int count, int dimension) {
    this.directions = directions;
    this.count = count;
    this.dimension = dimension;
  }

  /// Sketches of the rows in a temporary file; empty if full products are expected to be faster.
  ///
  /// @param least dot product from which on pairs count
  static Optional<VectorFile> of(VectorRows rows, double least) throws IOException {
    if (rows.rows() < MIN_ROWS) {
      return Optional.empty();
    }
    int dimension = rows.dimension();
    int most = 0;
    for (int length : LENGTHS) {
      most = length <= dimension * 3 / 4 ? length : most;
    }
    if (most == 0) {
      return Optional.empty();
    }
    int size = Math.min(SAMPLE, rows.rows());
    var sample = sample(rows, size);
    var directions = LeadingDirections.of(sample, size, dimension, most - 1);
    int best = cheapest(sample, size, dimension, directions, most, least);
    if (best == dimension) {
      return Optional.empty();
    }
    return Optional.of(new Sketch(directions, best - 1, dimension).write(rows));
  }

  private static float[] sample(VectorRows rows, int size) {
    int dimension = rows.dimension();
    var sample = new float[size * dimension];
    var row = new float[dimension];
    for (int i = 0; i < size; i++) {
      int at = (int) ((long) i * rows.rows() / size);
      rows.copy(at, at + 1, row);
      System.arraycopy(row, 0, sample, i * dimension, dimension);
    }
    return sample;
  }

  /// The length of sketch that is expected to take least time, by trying pairs of the sample;
  /// `dimension` stands for none.
  private static int cheapest(
      float[] sample, int size, int dimension, float[] directions, int most, double least) {
    int half = Math.min(PROBES, size / 2);
    int coordinates = most - 1;
    var along = new float[size * coordinates];
    Dot.manyToMany(sample, size, directions, coordinates, dimension, along);
    int best = dimension;
    double cost = dimension;
    for (int length : LENGTHS) {
      if (length > most) {
        break;
      }
      long passed = 0;
      for (int a = 0; a < half; a++) {
        for (int b = size - half; b < size; b++) {
          passed += bound(along, coordinates, a, b, length - 1) >= least ? 1 : 0;
        }
      }
      double expected = length + LOOK * passed / ((double) half * half);
      if (expected < cost) {
        cost = expected;
        best = length;
      }
    }
    return best;
  }

  private static double bound(float[] along, int stride, int a, int b, int count) {
    double dot = 0;
    double aa = 0;
    double bb = 0;
    for (int i = 0; i < count; i++) {
      double x = along[a * stride + i];
      double y = along[b * stride + i];
      dot += x * y;
      aa += x * x;
      bb += y * y;
    }
    return dot + Math.sqrt(Math.max(0, 1 - aa) * Math.max(0, 1 - bb));
  }

  private VectorFile write(VectorRows rows) throws IOException {
    var file = VectorFile.create(count + 1);
    try {
      var block = new float[BLOCK * dimension];
      var along = new float[BLOCK * count];
      var out = new float[BLOCK * (count + 1)];
      for (int from = 0; from < rows.rows(); from += BLOCK) {
        int to = Math.min(rows.rows(), from + BLOCK);
        rows.copy(from, to, block);
        Dot.manyToMany(block, to - from, directions, count, dimension, along);
        for (int i = 0; i < to - from; i++) {
          System.arraycopy(along, i * count, out, i * (count + 1), count);
          out[i * (count + 1) + count] = across(block, i, along);
        }
        file.add(out, to - from);
      }
      file.finish();
      return file;
    } catch (Throwable e) {
      try {
        file.close();
      } catch (IOException | RuntimeException worse) {
        e.addSuppressed(worse);
      }
      throw e;
    }
  }

  private float across(float[] block, int row, float[] along) {
    double whole = 0;
    for (int i = row * dimension; i < (row + 1) * dimension; i++) {
      whole += (double) block[i] * block[i];
    }
    double part = 0;
    for (int i = row * count; i < (row + 1) * count; i++) {
      part += (double) along[i] * along[i];
    }
    return (float) Math.sqrt(Math.max(0, whole - part) + SLACK);
  }
}
