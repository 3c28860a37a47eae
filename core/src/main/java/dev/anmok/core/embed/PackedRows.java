package dev.anmok.core.embed;

/// A block of vectors laid out so that many others can meet it at the full speed of the machine:
/// side by side in panels a few vectors wide. Only those dot products are looked at one by one
/// whose panel holds one that is large enough, so a block without such pairs costs nothing but the
/// multiplications.
///
/// The dot product of two vectors is added up in one order wherever they lie in a block, so that it
/// is the same bits whichever of the two is on which side. Packed by one thread, then met by any
/// number.
public final class PackedRows {
  /// Rows that meet a panel at once.
  private static final int TILE = 4;

  private final DotKernel kernel;
  private final int width;
  private final int dimension;
  private final float[] panels;
  private int count;

  /// Told of dot products that are large enough.
  @FunctionalInterface
  public interface Found {
    /// Takes one.
    ///
    /// @param other number of the row that met the block
    /// @param packed number of the row in the block
    void pair(int other, int packed, float dot);
  }

  /// A place for one block at a time.
  ///
  /// @param capacity most rows of a block
  public PackedRows(int capacity, int dimension) {
    this(Dot.fastest(), capacity, dimension);
  }

  PackedRows(DotKernel kernel, int capacity, int dimension) {
    this.kernel = kernel;
    this.width = kernel.panelWidth();
    this.dimension = dimension;
    int rounded = Math.ceilDiv(capacity, width) * width;
    this.panels = new float[Math.multiplyExact(rounded, dimension)];
  }

  /// Takes in a block of rows, row-major, in place of the one before.
  public void pack(float[] block, int rows) {
    count = rows;
    for (int first = 0; first < rows; first += width) {
      int at = first * dimension;
      int columns = Math.min(width, rows - first);
      for (int k = 0; k < dimension; k++) {
        int to = at + k * width;
        for (int c = 0; c < columns; c++) {
          panels[to + c] = block[(first + c) * dimension + k];
        }
        java.util.Arrays.fill(panels, to + columns, to + width, 0);
      }
    }
  }

  /// Finds the pairs of the first `rows` rows of `others`, row-major, with the packed ones whose
  /// dot product is at least `least`.
  public void meet(float[] others, int rows, float least, Found found) {
    int whole = rows / TILE * TILE;
    var tile = new float[TILE * width];
    for (int first = 0; first < count; first += width) {
      for (int row = 0; row < whole; row += TILE) {
        if (kernel.reaches(others, row, panels, first * dimension, dimension, least, tile)) {
          report(tile, row, TILE, first, least, found);
        }
      }
    }
    if (whole < rows) {
      var rest = new float[TILE * dimension];
      System.arraycopy(others, whole * dimension, rest, 0, (rows - whole) * dimension);
      for (int first = 0; first < count; first += width) {
        if (kernel.reaches(rest, 0, panels, first * dimension, dimension, least, tile)) {
          report(tile, whole, rows - whole, first, least, found);
        }
      }
    }
  }

  private void report(float[] tile, int row, int rows, int first, float least, Found found) {
    int columns = Math.min(width, count - first);
    for (int r = 0; r < rows; r++) {
      for (int c = 0; c < columns; c++) {
        float dot = tile[r * width + c];
        if (dot >= least) {
          found.pair(row + r, first + c, dot);
        }
      }
    }
  }
}
