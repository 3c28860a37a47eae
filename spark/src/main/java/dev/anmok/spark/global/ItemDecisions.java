package dev.anmok.spark.global;

import dev.anmok.app.json.DecisionJson;
import dev.anmok.core.pipeline.Ingested;
import dev.anmok.core.pipeline.Item;
import dev.anmok.core.pipeline.ItemPhotos;
import dev.anmok.core.pipeline.Outcome;
import dev.anmok.core.pipeline.PlacedPhoto;
import dev.anmok.core.pipeline.RejectedPhoto;
import dev.anmok.core.score.Distribution;
import java.io.IOException;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.HashPartitioner;
import org.apache.spark.storage.StorageLevel;
import org.jspecify.annotations.Nullable;
import scala.Tuple2;
import tools.jackson.databind.json.JsonMapper;

/// Decides over all items of a source, item by item, by the curator of a workspace. An item lies in
/// the heap of one task.
///
/// @param source of the photos
/// @param details whether every photo is told with its scores and reason, and dropped items too
record ItemDecisions(PhotoSource source, boolean details) implements Serializable {
  private static final long serialVersionUID = 1;
  private static final JsonMapper JSON = new JsonMapper();
  private static final Distribution BINS = Distribution.ofDeltas();

  /// The deltas of all entries, as a workspace's photos give them.
  Distribution deltas(Census census, CurationWork work) {
    var requests =
        census
            .photos()
            .mapToPair(photo ->
                new Tuple2<>(
                    photo[Census.Photo.ID], new long[] {Census.Photo.entries(photo).length}));
    var counts =
        Fetch.rows(source, requests, new Binning(work))
            .mapToPair(each -> each)
            .reduceByKey(Long::sum)
            .collect();
    var deltas = Distribution.ofDeltas();
    for (var count : counts) {
      for (long left = count._2; left > 0; left--) {
        deltas.add(deltas.center(count._1));
      }
    }
    return deltas;
  }

  /// Counts photos by the bins of their deltas. Of each task's own, so that it asks for the curator
  /// once.
  private static final class Binning implements Fetch.Taking<Tuple2<Integer, Long>> {
    private static final long serialVersionUID = 1;

    private final CurationWork work;
    private transient @Nullable NodeCurator curator;

    Binning(CurationWork work) {
      this.work = work;
    }

    @Override
    public Tuple2<Integer, Long> take(long id, Ingested row, long[] entries) throws IOException {
      var present = curator;
      if (present == null) {
        present = NodeCurator.SHARED.of(work);
        curator = present;
      }
      var vector = ((Outcome.Processed) row.outcome()).embedding();
      return new Tuple2<>(BINS.bin(present.delta(vector)), entries[0]);
    }
  }

  /// Writes what was decided on each item, in order of their ids; without details only items that
  /// are kept.
  ///
  /// @return how many
  long write(Census census, CurationWork work, int parts, JsonFile file) throws IOException {
    var decided =
        new ItemRows(source)
            .of(census)
            .repartitionAndSortWithinPartitions(new HashPartitioner(parts))
            .mapPartitionsToPair(rows -> decided(rows, work))
            .persist(StorageLevel.MEMORY_AND_DISK()); // to sort looks at all of them before
    try {
      var sorted = decided.sortByKey(new CodePoints(), true, Math.max(1, parts / 4));
      return file.write(sorted.values().toLocalIterator());
    } finally {
      decided.unpersist(false);
    }
  }

  private Iterator<Tuple2<String, String>> decided(
      Iterator<Tuple2<String, byte[]>> rows, CurationWork work) throws IOException {
    var curator = NodeCurator.SHARED.of(work);
    var told = new ArrayList<Tuple2<String, String>>();
    for (var runs = new Runs<>(rows); runs.hasNext(); ) {
      var run = runs.next();
      var result = curator.decide(item(run.values()));
      if (details || result.decision().kept()) {
        var tree =
            details
                ? DecisionJson.BY_URI.detailed(result.item(), result.decision())
                : DecisionJson.BY_URI.plain(result.item(), result.decision());
        told.add(new Tuple2<>(run.key(), JSON.writeValueAsString(tree)));
      }
    }
    return told.iterator();
  }

  private ItemPhotos item(List<byte[]> values) throws IOException {
    var codec = new RowBytes(source.space());
    var rows = new ArrayList<ItemRows.Placed>();
    for (var bytes : values) {
      rows.add(ItemRows.Placed.parse(codec, bytes));
    }
    rows.sort(Comparator.comparingLong(ItemRows.Placed::id));
    var item = rows.getLast().row().source().item().orElseThrow();
    var entries = rows.stream().filter(ItemRows.Placed::entry).map(ItemRows.Placed::row).toList();
    return new ItemPhotos(item, photos(item, entries), rejected(item, entries));
  }

  private static List<PlacedPhoto> photos(Item item, List<Ingested> entries) {
    var photos = new ArrayList<PlacedPhoto>();
    for (var entry : entries) {
      if (entry.outcome() instanceof Outcome.Processed(var photo, var embedding)) {
        photos.add(new PlacedPhoto(entry.source().uri(), item.id(), photo, embedding));
      }
    }
    photos.sort(Comparator.comparing(PlacedPhoto::uri, new CodePoints()));
    return photos;
  }

  private static List<RejectedPhoto> rejected(Item item, List<Ingested> entries) {
    var rejected = new ArrayList<RejectedPhoto>();
    for (var entry : entries) {
      if (entry.outcome() instanceof Outcome.Rejected(_, var reason, var detail)) {
        rejected.add(new RejectedPhoto(entry.source().uri(), item.id(), reason, detail));
      }
    }
    rejected.sort(Comparator.comparing(RejectedPhoto::uri, new CodePoints()));
    return rejected;
  }
}
