package dev.anmok.spark.global;

import dev.anmok.core.curate.Fingerprint;
import dev.anmok.core.embed.TextDigest;
import dev.anmok.parquet.PhotoGlance;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.storage.StorageLevel;
import scala.Tuple2;

/// Which rows of a source a catalog that is filled from it would have, without filling one. Of the
/// rows with one URI the last is its entry; of the accepted rows with the same bytes the first
/// gives the photo. All of it goes by keys: no node holds more than its share, 80 bytes a row.
///
/// @param rows every row, as [Row] says
/// @param photos every photo with an entry, as [Photo] says
record Census(JavaRDD<long[]> rows, JavaRDD<long[]> photos) {
  /// The places of a row's values.
  static final class Row {
    static final int ID = 0;

    /// 1 if it is the entry of its URI.
    static final int ENTRY = 1;

    /// 1 if a picture came of it.
    static final int ACCEPTED = 2;

    private static final int URI = 3;
    private static final int BYTES = 5;
    private static final int PIXELS = 7;
    private static final int HAS_PIXELS = 9;
    private static final int HASH = 10;
    private static final int WIDTH = 11;

    private Row() {}

    private static long[] of(long id, PhotoGlance glance) {
      var row = new long[WIDTH];
      row[ID] = id;
      put(row, URI, Fingerprint.of(TextDigest.sha256(glance.uri())));
      if (glance.sha256OrNull() != null) {
        row[ACCEPTED] = 1;
        put(row, BYTES, Fingerprint.of(glance.sha256OrNull()));
        row[HASH] = glance.perceptualHash();
      }
      if (glance.pixelsOrNull() != null) {
        row[HAS_PIXELS] = 1;
        put(row, PIXELS, Fingerprint.of(glance.pixelsOrNull()));
      }
      return row;
    }

    private static void put(long[] row, int at, Fingerprint print) {
      row[at] = print.high();
      row[at + 1] = print.low();
    }

    private static Tuple2<Tuple2<Long, Long>, long[]> by(int at, long[] row) {
      return new Tuple2<>(new Tuple2<>(row[at], row[at + 1]), row);
    }
  }

  /// The places of a photo's values. The ids of its entries come last, in order.
  static final class Photo {
    /// The row that gives it.
    static final int ID = 0;

    static final int HASH = 1;
    static final int HAS_PIXELS = 2;
    private static final int PIXELS = 3;
    private static final int ENTRIES = 5;

    private Photo() {}

    /// Ids of its entries, at least one.
    static long[] entries(long[] photo) {
      return Arrays.copyOfRange(photo, ENTRIES, photo.length);
    }

    static Tuple2<Long, Long> pixels(long[] photo) {
      return new Tuple2<>(photo[PIXELS], photo[PIXELS + 1]);
    }

    private static long[] of(long[] row, LongStream entries) {
      var head = new long[] {row[Row.ID], row[Row.HASH], row[Row.HAS_PIXELS], 0, 0};
      System.arraycopy(row, Row.PIXELS, head, PIXELS, 2);
      return LongStream.concat(Arrays.stream(head), entries).toArray();
    }
  }

  /// Counts the rows of a source.
  ///
  /// @param parts into how many parts keys are dealt out
  static Census of(JavaSparkContext spark, PhotoSource source, int parts) {
    var splits = IntStream.range(0, source.splits()).boxed().toList();
    var rows =
        spark
            .parallelize(splits, splits.size())
            .flatMap(split -> glances(source, split))
            .mapToPair(row -> Row.by(Row.URI, row))
            .groupByKey(parts)
            .flatMap(same -> entry(same._2))
            .persist(StorageLevel.MEMORY_AND_DISK());
    var photos =
        rows.filter(row -> row[Row.ACCEPTED] == 1)
            .mapToPair(row -> Row.by(Row.BYTES, row))
            .groupByKey(parts)
            .flatMap(same -> photo(same._2))
            .persist(StorageLevel.MEMORY_AND_DISK());
    return new Census(rows, photos);
  }

  /// Whether all photos were measured at native resolution.
  boolean detailed() {
    return photos.filter(photo -> photo[Photo.HAS_PIXELS] == 0).isEmpty();
  }

  private static Iterator<long[]> glances(PhotoSource source, int split)
      throws java.io.IOException {
    var rows = new ArrayList<long[]>();
    source.glances(split, (id, glance) -> rows.add(Row.of(id, glance)));
    return rows.iterator();
  }

  private static List<long[]> inOrder(Iterable<long[]> same) {
    var rows = new ArrayList<long[]>();
    same.forEach(rows::add);
    rows.sort(Comparator.comparingLong(row -> row[Row.ID]));
    return rows;
  }

  private static Iterator<long[]> entry(Iterable<long[]> same) {
    var rows = inOrder(same);
    var last = rows.getLast().clone();
    last[Row.ENTRY] = 1;
    rows.set(rows.size() - 1, last);
    return rows.iterator();
  }

  private static Iterator<long[]> photo(Iterable<long[]> same) {
    var rows = inOrder(same);
    var entries =
        rows.stream().filter(row -> row[Row.ENTRY] == 1).mapToLong(row -> row[Row.ID]).toArray();
    return entries.length == 0
        ? List.<long[]>of().iterator()
        : List.of(Photo.of(rows.getFirst(), Arrays.stream(entries))).iterator();
  }
}
