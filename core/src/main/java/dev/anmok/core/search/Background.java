package dev.anmok.core.search;

import dev.anmok.core.embed.Dot;
import dev.anmok.core.embed.Embedding;
import dev.anmok.core.embed.VectorSpace;
import java.util.List;

/// A sample of a collection's photos, against which the cosines of a query are told apart from what
/// any photo would get. Immutable and thread-safe; [#SIZE] vectors of 256 floats take 1 MiB.
///
/// A small collection says little about the spread of a query's cosines. Therefore [#PRIOR] photos
/// with a mean of 0 and a deviation of [#PRIOR_DEVIATION] are counted with the sample: with no
/// photo at all, or with photos that are all equal, the spread is still above 0; among a thousand
/// photos they are hardly felt.
public final class Background implements Spread.Of {
  /// Most photos of a sample: their mean is within 3 % of a deviation, two times of three.
  public static final int SIZE = 1_024;

  static final int PRIOR = 4;
  static final double PRIOR_DEVIATION = 0.1;

  private final VectorSpace space;
  private final float[] rows;
  private final int size;
  private final long collection;

  private Background(VectorSpace space, List<Embedding> photos, long collection) {
    this.space = space;
    this.size = photos.size();
    this.collection = collection;
    this.rows = new float[Math.multiplyExact(size, space.dimension())];
    for (int i = 0; i < size; i++) {
      photos.get(i).copyTo(rows, i * space.dimension());
    }
  }

  /// A background of given photos.
  ///
  /// @param photos their vectors, in an order that has nothing to do with what they show
  /// @param collection number of photos that they were drawn from
  /// @throws IllegalArgumentException if a vector is of another space
  public static Background of(VectorSpace space, List<Embedding> photos, long collection) {
    for (var photo : photos) {
      requireSame(space, photo);
    }
    return new Background(space, photos, collection);
  }

  /// Draws a sample from photos that pass once, as [EvenDraw] does.
  public static final class Draw {
    private final VectorSpace space;
    private final EvenDraw<Embedding> draw;
    private long seen;

    public Draw(VectorSpace space) {
      this(space, SIZE);
    }

    Draw(VectorSpace space, int size) {
      this.space = space;
      this.draw = new EvenDraw<>(size);
    }

    /// Lets a photo pass.
    ///
    /// @param sha256 digest of its bytes
    /// @throws IllegalArgumentException if its vector is of another space
    public void add(String sha256, Embedding photo) {
      requireSame(space, photo);
      seen++;
      draw.add(sha256, photo);
    }

    /// The sample of what has passed, in order of digest.
    public Background background() {
      return new Background(space, draw.drawn(), seen);
    }
  }

  public VectorSpace space() {
    return space;
  }

  /// Number of photos in the sample.
  public int size() {
    return size;
  }

  /// Number of photos that it was drawn from.
  public long collection() {
    return collection;
  }

  /// The vectors, row by row.
  public float[] rows() {
    return rows.clone();
  }

  /// Cosines of a query with every photo of the sample, in its order.
  ///
  /// @throws IllegalArgumentException if the vector is of another space
  public float[] cosines(Embedding query) {
    requireSame(space, query);
    var vector = query.toArray();
    var cosines = new float[size];
    for (int i = 0; i < size; i++) {
      cosines[i] = Dot.of(rows, i * vector.length, vector, 0, vector.length);
    }
    return cosines;
  }

  @Override
  public Spread of(Embedding query) {
    return spread(cosines(query));
  }

  /// The spread of some cosines together with the prior photos.
  public static Spread spread(float[] cosines) {
    double n = cosines.length + PRIOR;
    double sum = 0;
    for (float cosine : cosines) {
      sum += cosine;
    }
    double mean = sum / n;
    double squares = PRIOR * (PRIOR_DEVIATION * PRIOR_DEVIATION + mean * mean);
    for (float cosine : cosines) {
      squares += (cosine - mean) * (cosine - mean);
    }
    return new Spread(mean, Math.sqrt(squares / n));
  }

  private static void requireSame(VectorSpace space, Embedding photo) {
    if (!photo.space().equals(space)) {
      throw new IllegalArgumentException(
          "a vector of " + photo.space().id() + " in a background of " + space.id());
    }
  }
}
