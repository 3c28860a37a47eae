package dev.anmok.spark.global;

import dev.anmok.app.album.DuplicatesJob;
import dev.anmok.core.cluster.VectorRows;
import dev.anmok.core.curate.AlbumPhoto;
import dev.anmok.core.curate.DuplicateFinder;
import dev.anmok.core.curate.PhotoLook;
import dev.anmok.core.embed.Embedding;
import dev.anmok.core.embed.VectorSpace;
import dev.anmok.core.pipeline.Ingested;
import dev.anmok.core.pipeline.Outcome;
import dev.anmok.core.pipeline.PhotoBytes;
import java.io.IOException;
import java.io.Serializable;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.spark.HashPartitioner;
import org.apache.spark.api.java.JavaPairRDD;
import scala.Tuple2;

/// Decides in every component by itself, as on one machine: [DuplicateFinder] sees all entries of a
/// component in order of URI. A component lies in the heap of one task; one that is too large for
/// it is refused.
///
/// @param source of the photos
/// @param text how groups are told, and what they are gone by
/// @param detailed whether all photos of the source were measured at native resolution
/// @param most bytes of a component at most, as they are reckoned beforehand
record ComponentGroups(PhotoSource source, GroupText text, boolean detailed, long most)
    implements Serializable {
  private static final long serialVersionUID = 1;

  /// Bytes of a component that every task has room for.
  static final long MOST = 512L << 20;

  /// What goes before a row's bytes: the id of its photo, its own, whether it is an entry.
  private static final int HEAD = 2 * Long.BYTES + 1;

  /// Groups, as text, by the first of their URIs.
  ///
  /// @param census says which photos there are
  /// @param members the component of each photo that is in one
  /// @throws IOException if a component is too large
  JavaPairRDD<String, String> of(Census census, JavaPairRDD<Long, Long> members, int parts)
      throws IOException {
    var known =
        census
            .photos()
            .mapToPair(photo -> new Tuple2<>(photo[Census.Photo.ID], photo))
            .leftOuterJoin(members)
            .mapValues(each -> new Tuple2<>(each._1, each._2.isPresent() ? each._2.get() : -1L));
    requireRoom(known, parts);
    var requests = known.flatMapToPair(each -> requests(each._2._1, each._2._2));
    var space = source.space();
    return Fetch.rows(
            source,
            requests,
            (id, row, request) -> {
              var bytes = new RowBytes(space);
              var content =
                  id == request[1]
                      ? bytes.of(row)
                      : bytes.of(
                          new Ingested(
                              row.source(),
                              PhotoBytes.UNKNOWN,
                              PhotoBytes.UNKNOWN,
                              new Outcome.Known("")));
              var whole = ByteBuffer.allocate(HEAD + content.length);
              whole.putLong(request[1]).putLong(id).put((byte) request[2]).put(content);
              return new Tuple2<>(request[0], whole.array());
            })
        .mapToPair(each -> each)
        .repartitionAndSortWithinPartitions(new HashPartitioner(parts))
        .mapPartitionsToPair(rows -> groups(space, rows));
  }

  private void requireRoom(JavaPairRDD<Long, Tuple2<long[], Long>> photos, int parts)
      throws IOException {
    int dimension = source.space().dimension();
    var largest =
        photos
            .mapToPair(each -> {
              long in = each._2._2 < 0 ? each._1 : each._2._2;
              int places = Census.Photo.entries(each._2._1).length;
              return new Tuple2<>(in, new long[] {1, places, bytes(places, dimension)});
            })
            .reduceByKey((a, b) -> new long[] {a[0] + b[0], a[1] + b[1], a[2] + b[2]}, parts)
            .values()
            .fold(new long[3], (a, b) -> a[2] >= b[2] ? a : b);
    if (largest[2] > most) {
      throw new IOException(tooLarge(largest[0], largest[1], dimension));
    }
  }

  private String tooLarge(long photos, long places, int dimension) {
    var rule = text.rule();
    var way =
        switch (rule.level()) {
          case SIMILAR ->
              "raise --threshold, which is %s, or use --level near, or "
                  .formatted(rule.similarCosine());
          case NEAR -> "use --level exact, or ";
          default -> "";
        };
    return String.format(
        Locale.ROOT,
        "%d photos at %d places hang together from one to the next, and one task has room for %d photos with a place each: %simport the table and run anmok duplicates",
        photos,
        places,
        most / bytes(1, dimension),
        way);
  }

  /// What a photo takes while its component is decided, about: its vector twice, and what is known
  /// of it, once for each place.
  private static long bytes(int places, int dimension) {
    return 2L * Float.BYTES * dimension + 1_000 + 500L * places;
  }

  /// Requests for the rows of a photo: component, photo, whether the row is an entry.
  private static Iterator<Tuple2<Long, long[]>> requests(long[] photo, long component) {
    long id = photo[Census.Photo.ID];
    var entries = Census.Photo.entries(photo);
    var requests = new ArrayList<Tuple2<Long, long[]>>();
    if (component < 0 && entries.length == 1) {
      return requests.iterator(); // like no other, and at one place
    }
    long in = component < 0 ? id : component;
    boolean own = Arrays.binarySearch(entries, id) >= 0;
    requests.add(new Tuple2<>(id, new long[] {in, id, own ? 1 : 0}));
    for (long entry : entries) {
      if (entry != id) {
        requests.add(new Tuple2<>(entry, new long[] {in, id, 1}));
      }
    }
    return requests.iterator();
  }

  private Iterator<Tuple2<String, String>> groups(
      VectorSpace space, Iterator<Tuple2<Long, byte[]>> rows) throws IOException {
    var found = new ArrayList<Tuple2<String, String>>();
    var told = text.groups();
    for (var runs = new Runs<>(rows); runs.hasNext(); ) {
      found.addAll(component(new RowBytes(space), runs.next().values(), told));
    }
    return found.iterator();
  }

  /// Where a photo lies.
  private record Place(String uri, long photo) {}

  private List<Tuple2<String, String>> component(
      RowBytes codec, List<byte[]> rows, GroupText.Groups told) throws IOException {
    Map<Long, PhotoLook> looks = new HashMap<>();
    Map<Long, Embedding> vectors = new HashMap<>();
    var places = new ArrayList<Place>();
    for (var bytes : rows) {
      var head = ByteBuffer.wrap(bytes);
      long photo = head.getLong();
      boolean own = head.getLong() == photo;
      boolean entry = head.get() == 1;
      var row = codec.parse(Arrays.copyOfRange(bytes, HEAD, bytes.length));
      if (own && row.outcome() instanceof Outcome.Processed(var about, var vector)) {
        vectors.put(photo, vector);
        looks.put(
            photo,
            PhotoLook.of(
                new AlbumPhoto(
                    row.source().uri(),
                    about.sha256(),
                    about.bytes(),
                    about.facts(),
                    about.measures(),
                    about.detailOrNull(),
                    vector)));
      }
      if (entry) {
        places.add(new Place(row.source().uri(), photo));
      }
    }
    places.sort(Comparator.comparing(Place::uri));
    return decided(
        places,
        places.stream().map(place -> known(looks, place)).toList(),
        places.stream().map(place -> known(vectors, place)).toList(),
        told);
  }

  private static <T> T known(Map<Long, T> photos, Place place) {
    var photo = photos.get(place.photo());
    if (photo == null) {
      throw new IllegalStateException(place.uri() + ": its photo is in another component");
    }
    return photo;
  }

  private List<Tuple2<String, String>> decided(
      List<Place> places, List<PhotoLook> looks, List<Embedding> vectors, GroupText.Groups told)
      throws IOException {
    return new DuplicateFinder(text.rule())
        .find(looks, VectorRows.of(vectors), detailed).stream()
            .map(group -> {
              int first = Math.min(group.keeper(), group.others().getFirst().row());
              return new Tuple2<>(
                  places.get(first).uri(),
                  told.of(DuplicatesJob.group(group, row -> places.get(row).uri(), looks)));
            })
            .toList();
  }
}
