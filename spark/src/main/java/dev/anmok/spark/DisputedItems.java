package dev.anmok.spark;

import dev.anmok.app.table.TableJob;
import dev.anmok.core.pipeline.Item;
import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.spark.api.java.JavaSparkContext;
import org.jspecify.annotations.Nullable;
import scala.Tuple2;

/// The items of which rows say different things: the manifest's last row holds for all of their
/// photos, as it does in a catalog, and no executor sees it but the one that has its part.
///
/// @param lines the last row of each such item, by the item's id
record DisputedItems(Map<String, ItemLine> lines) implements Serializable {
  private static final long serialVersionUID = 1;

  /// Reads all slices on the cluster, without vectors.
  static DisputedItems find(JavaSparkContext spark, JobFolder folder, TableJob job) {
    int size = job.partSize();
    var parts = IntStream.range(0, job.parts()).boxed().toList();
    var found =
        spark
            .parallelize(parts, parts.size())
            .flatMapToPair(part -> lines(folder, part, size))
            .reduceByKey(ItemLine::with)
            .filter(item -> item._2().disputed())
            .collectAsMap();
    return new DisputedItems(new HashMap<>(found)); // Spark's own map cannot be sent
  }

  /// What holds of an item.
  @Nullable Item of(@Nullable Item item) {
    var line = item == null ? null : lines.get(item.id());
    return line == null || item == null ? item : line.item(item.id());
  }

  private static Iterator<Tuple2<String, ItemLine>> lines(JobFolder folder, int part, int size) {
    var items = new HashMap<String, ItemLine>();
    long row = (long) part * size;
    for (var photo : slice(folder, part).photos()) {
      var item = photo.itemOrNull();
      if (item != null) {
        items.merge(item.id(), ItemLine.of(row, item), ItemLine::with);
      }
      row++;
    }
    return items.entrySet().stream()
        .map(item -> new Tuple2<>(item.getKey(), item.getValue()))
        .iterator();
  }

  private static Slice slice(JobFolder folder, int part) {
    try {
      return Slice.read(folder, part);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
