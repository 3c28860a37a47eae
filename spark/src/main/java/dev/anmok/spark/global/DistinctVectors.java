package dev.anmok.spark.global;

import dev.anmok.core.pipeline.Outcome;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Comparator;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaRDD;
import scala.Tuple2;

/// The vectors of photos, each once however many photos have it, bit by bit.
///
/// @param byDigest 128 bits of the vector's SHA-256; the vector, and how many photos have it before
///   their ids, which end in unused places
record DistinctVectors(JavaPairRDD<Tuple2<Long, Long>, Tuple2<float[], long[]>> byDigest) {
  /// Reads the vectors of all photos.
  static DistinctVectors of(PhotoSource source, Census census, int parts) {
    var requests =
        census.photos().mapToPair(photo -> new Tuple2<>(photo[Census.Photo.ID], new long[0]));
    return new DistinctVectors(
        Fetch.rows(
                source,
                requests,
                (id, row, _) ->
                    new Tuple2<>(id, ((Outcome.Processed) row.outcome()).embedding().toArray()))
            .mapToPair(each -> new Tuple2<>(digest(each._2), each))
            .combineByKey(
                one -> new Tuple2<>(one._2, new long[] {1, one._1}),
                (some, one) -> new Tuple2<>(some._1, joined(some._2, new long[] {1, one._1})),
                (some, more) -> new Tuple2<>(some._1, joined(some._2, more._2)),
                parts));
  }

  /// Each vector, and the ids of its photos in order.
  JavaRDD<Tuple2<float[], long[]>> all() {
    return byDigest.map(each -> {
      var ids = Arrays.copyOfRange(each._2._2, 1, 1 + (int) each._2._2[0]);
      Arrays.sort(ids);
      return new Tuple2<>(each._2._1, ids);
    });
  }

  /// An even sample, by digest, one after the other: about `wanted` of so many photos' vectors.
  float[] sample(int wanted, long photos, int dimension) {
    double share = Math.min(1, wanted / (double) Math.max(1, photos));
    long last = (long) (share * Long.MAX_VALUE);
    var drawn =
        byDigest
            .filter(each -> each._1._1 >>> 1 <= last)
            .map(each -> new Tuple2<>(each._1, each._2._1))
            .collect();
    var ordered =
        drawn.stream()
            .sorted(
                Comparator.comparingLong((Tuple2<Tuple2<Long, Long>, float[]> each) -> each._1._1)
                    .thenComparing(each -> each._1._2))
            .toList();
    var sample = new float[ordered.size() * dimension];
    for (int i = 0; i < ordered.size(); i++) {
      System.arraycopy(ordered.get(i)._2, 0, sample, i * dimension, dimension);
    }
    return sample;
  }

  private static Tuple2<Long, Long> digest(float[] vector) {
    var bytes = ByteBuffer.allocate(vector.length * Float.BYTES);
    bytes.asFloatBuffer().put(vector);
    try {
      var digest = ByteBuffer.wrap(MessageDigest.getInstance("SHA-256").digest(bytes.array()));
      return new Tuple2<>(digest.getLong(), digest.getLong());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  /// Both lists in one, in the first one's array where it has room.
  private static long[] joined(long[] some, long[] more) {
    int count = Math.toIntExact(some[0]);
    int added = Math.toIntExact(more[0]);
    var all =
        count + added < some.length
            ? some
            : Arrays.copyOf(some, Math.max(2 * some.length, 1 + count + added));
    System.arraycopy(more, 1, all, 1 + count, added);
    all[0] = some[0] + more[0];
    return all;
  }
}
