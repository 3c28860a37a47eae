package dev.anmok.spark.global;

import dev.anmok.core.pipeline.Ingested;
import dev.anmok.core.pipeline.Outcome;
import java.io.IOException;
import java.io.Serializable;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.apache.spark.api.java.JavaPairRDD;
import scala.Tuple2;

/// Brings all rows of an item together: its entries, each with the photo that a catalog would have
/// for it, and the rows that only name the item, since the last of all says its title.
///
/// @param source of the rows
record ItemRows(PhotoSource source) implements Serializable {
  private static final long serialVersionUID = 1;

  /// The row's photo is another row's.
  private static final long COPY = 0;

  /// Other rows have the row's photo.
  private static final long GIVES = 1;

  /// A later row has the same URI.
  private static final long OVER = 2;

  private static final int HEAD = Long.BYTES + 1;

  /// A row on its way.
  ///
  /// @param id of the row
  /// @param entry whether it is an entry; otherwise it only names the item
  record Placed(long id, boolean entry, Ingested row) {
    private byte[] bytes(RowBytes codec) throws IOException {
      var content = codec.of(row);
      return ByteBuffer.allocate(HEAD + content.length)
          .putLong(id)
          .put((byte) (entry ? 1 : 0))
          .put(content)
          .array();
    }

    static Placed parse(RowBytes codec, byte[] bytes) throws IOException {
      var head = ByteBuffer.wrap(bytes);
      long id = head.getLong();
      boolean entry = head.get() == 1;
      return new Placed(id, entry, codec.parse(Arrays.copyOfRange(bytes, HEAD, bytes.length)));
    }

    private Optional<Tuple2<String, byte[]>> byItem(RowBytes codec) throws IOException {
      var item = row.source().itemOrNull();
      return item == null ? Optional.empty() : Optional.of(new Tuple2<>(item.id(), bytes(codec)));
    }
  }

  /// [Placed] rows as bytes, by the id of their item.
  JavaPairRDD<String, byte[]> of(Census census) {
    var roles = census.photos().flatMapToPair(ItemRows::roles);
    var over =
        census
            .rows()
            .filter(row -> row[Census.Row.ENTRY] == 0)
            .mapToPair(row -> new Tuple2<>(row[Census.Row.ID], new long[] {OVER, 0}));
    var codec = new RowBytes(source.space());
    var most =
        Fetch.all(source, roles.union(over), (id, row, marks) -> plain(codec, id, row, marks))
            .mapToPair(each -> each);
    var copies =
        Fetch.rows(source, roles, (id, row, role) -> role(codec, id, row, role))
            .mapToPair(each -> each)
            .groupByKey()
            .flatMapToPair(photo -> copies(codec, photo._2));
    return most.union(copies);
  }

  private static Iterator<Tuple2<Long, long[]>> roles(long[] photo) {
    long id = photo[Census.Photo.ID];
    var entries = Census.Photo.entries(photo);
    var roles = new ArrayList<Tuple2<Long, long[]>>();
    for (long entry : entries) {
      if (entry != id) {
        roles.add(new Tuple2<>(entry, new long[] {COPY, id}));
      }
    }
    if (!roles.isEmpty()) {
      roles.add(new Tuple2<>(id, new long[] {GIVES, id}));
    }
    return roles.iterator();
  }

  /// A row that stands for itself, or only names its item.
  private static Optional<Tuple2<String, byte[]>> plain(
      RowBytes codec, long id, Ingested row, List<long[]> marks) throws IOException {
    if (marks.stream().anyMatch(mark -> mark[0] == COPY)) {
      return Optional.empty();
    }
    boolean over = marks.stream().anyMatch(mark -> mark[0] == OVER);
    return new Placed(id, !over, over ? bare(row) : row).byItem(codec);
  }

  private static Tuple2<Long, byte[]> role(RowBytes codec, long id, Ingested row, long[] role)
      throws IOException {
    boolean copy = role[0] == COPY;
    return new Tuple2<>(role[1], new Placed(id, copy, copy ? bare(row) : row).bytes(codec));
  }

  /// The row without its photo.
  private static Ingested bare(Ingested row) {
    return new Ingested(row.source(), row.sizeBytes(), row.modifiedMillis(), new Outcome.Known(""));
  }

  /// The entries of a photo that another row gives.
  private static Iterator<Tuple2<String, byte[]>> copies(RowBytes codec, Iterable<byte[]> roles)
      throws IOException {
    var all = new ArrayList<Placed>();
    for (var bytes : roles) {
      all.add(Placed.parse(codec, bytes));
    }
    var given =
        all.stream().filter(role -> !role.entry()).findFirst().orElseThrow().row().outcome();
    var entries = new ArrayList<Tuple2<String, byte[]>>();
    for (var copy : all) {
      if (copy.entry()) {
        var row = new Ingested(copy.row().source(), -1, -1, given);
        new Placed(copy.id(), true, row).byItem(codec).ifPresent(entries::add);
      }
    }
    return entries.iterator();
  }
}
