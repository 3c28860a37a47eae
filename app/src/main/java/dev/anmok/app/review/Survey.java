package dev.anmok.app.review;

import dev.anmok.core.pipeline.Reviews;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/// What the machine says of each photo of a catalog, at one state of it: about 50 bytes a photo, so
/// that queue, audits and report need not ask it again for every page. Immutable.
public final class Survey {
  private static final int BYTES = 32;
  private static final HexFormat HEX = HexFormat.of();

  private final byte[] digests;
  private final short[] verdicts;
  private final double[] distances;
  private final List<String> words;
  private final int[] uncertain;
  private final Map<String, Long> counts;

  /// What it says of one photo.
  ///
  /// @param sha256 the photo's digest
  /// @param verdict its code; empty where the machine could not look
  /// @param distance [Opinion#distance] where it is uncertain, else NaN
  public record Row(String sha256, String verdict, double distance) {
    /// Whether the machine looked at the photo.
    public boolean measured() {
      return !verdict.isEmpty();
    }

    /// Whether a person has to see it.
    public boolean uncertain() {
      return !Double.isNaN(distance);
    }

    /// What verdicts are counted under: `uncertain` for all of which it is not sure.
    String key() {
      return uncertain() ? "uncertain" : verdict;
    }
  }

  private Survey(Gathering gathered) {
    int[] order = gathered.order();
    this.words = List.copyOf(gathered.words);
    this.digests = new byte[order.length * BYTES];
    this.verdicts = new short[order.length];
    this.distances = new double[order.length];
    for (int i = 0; i < order.length; i++) {
      System.arraycopy(gathered.digests, order[i] * BYTES, digests, i * BYTES, BYTES);
      verdicts[i] = gathered.verdicts[order[i]];
      distances[i] = gathered.distances[order[i]];
    }
    this.uncertain =
        IntStream.range(0, order.length)
            .filter(i -> !Double.isNaN(distances[i]))
            .boxed()
            .sorted(Comparator.comparingDouble(i -> distances[i])) // stable: then by digest
            .mapToInt(Integer::intValue)
            .toArray();
    this.counts = counted();
  }

  /// Asks the machine about every photo, in one pass.
  public static Survey of(Reviews reviews, Opinions opinions) throws IOException {
    var gathering = new Gathering();
    try (var all = opinions.all(reviews)) {
      all.forEach(gathering::add);
    }
    return new Survey(gathering);
  }

  /// Number of photos.
  public int size() {
    return verdicts.length;
  }

  /// What it says of a photo; empty if there was no such photo.
  public Optional<Row> of(String sha256) {
    var digest = HEX.parseHex(sha256);
    int low = 0;
    int high = size() - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      int order = compare(digests, middle, digest, 0);
      if (order == 0) {
        return Optional.of(row(middle));
      }
      if (order < 0) {
        low = middle + 1;
      } else {
        high = middle - 1;
      }
    }
    return Optional.empty();
  }

  /// Tells every photo, in order of digest.
  public void forEach(Consumer<Row> sink) {
    IntStream.range(0, size()).mapToObj(this::row).forEach(sink);
  }

  /// Tells the photos of which it is uncertain, the least sure first, then in order of digest.
  public void forEachUncertain(Consumer<Row> sink) {
    IntStream.of(uncertain).mapToObj(this::row).forEach(sink);
  }

  /// How many photos have each verdict; those that it could not look at are not among them.
  public Map<String, Long> counts() {
    return counts;
  }

  private Map<String, Long> counted() {
    var all = new TreeMap<String, Long>();
    for (int i = 0; i < verdicts.length; i++) {
      if (verdicts[i] >= 0) {
        all.merge(new Row("", words.get(verdicts[i]), distances[i]).key(), 1L, Long::sum);
      }
    }
    return Collections.unmodifiableMap(all);
  }

  private Row row(int i) {
    var sha256 = HEX.formatHex(digests, i * BYTES, (i + 1) * BYTES);
    return new Row(sha256, verdicts[i] < 0 ? "" : words.get(verdicts[i]), distances[i]);
  }

  private static int compare(byte[] a, int rowA, byte[] b, int rowB) {
    return Arrays.compareUnsigned(
        a, rowA * BYTES, (rowA + 1) * BYTES, b, rowB * BYTES, (rowB + 1) * BYTES);
  }

  /// What was told so far, in the order of telling.
  private static final class Gathering {
    private final List<String> words = new ArrayList<>();
    private byte[] digests = new byte[64 * BYTES];
    private short[] verdicts = new short[64];
    private double[] distances = new double[64];
    private int size;

    void add(Opinions.Said said) {
      if (size == verdicts.length) {
        digests = Arrays.copyOf(digests, digests.length * 2);
        verdicts = Arrays.copyOf(verdicts, size * 2);
        distances = Arrays.copyOf(distances, size * 2);
      }
      System.arraycopy(HEX.parseHex(said.sha256()), 0, digests, size * BYTES, BYTES);
      var opinion = said.opinionOrNull();
      verdicts[size] = opinion == null ? -1 : word(opinion.machine().verdict());
      distances[size] = opinion != null && opinion.uncertain() ? opinion.distance() : Double.NaN;
      size++;
    }

    private short word(String verdict) {
      int at = words.indexOf(verdict);
      if (at < 0) {
        at = words.size();
        words.add(verdict);
      }
      return (short) at;
    }

    /// Rows in order of digest, each digest once.
    int[] order() {
      var sorted =
          IntStream.range(0, size)
              .boxed()
              .sorted((a, b) -> compare(digests, a, digests, b))
              .mapToInt(Integer::intValue)
              .toArray();
      return IntStream.range(0, size)
          .filter(i -> i == 0 || compare(digests, sorted[i], digests, sorted[i - 1]) != 0)
          .map(i -> sorted[i])
          .toArray();
    }
  }
}
