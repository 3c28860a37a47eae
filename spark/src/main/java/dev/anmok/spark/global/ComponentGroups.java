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
import java.util.Map;
import org.apache.spark.HashPartitioner;
import org.apache.spark.api.java.JavaPairRDD;
import scala.Tuple2;

/// Decides in every component by itself, as on one machine: [DuplicateFinder] sees all entries of a
/// component in order of URI. A component lies in the heap of one task, about 2 KiB a photo.
///
/// @param source of the photos
/// @param text how groups are told, and what they are gone by
/// @param detailed whether all photos of the source were measured at native resolution
record ComponentGroups(PhotoSource source, GroupText text, boolean detailed)
    implements Serializable {
  private static final long serialVersionUID = 1;

  /// What goes before a row's bytes: the id of its photo, its own, whether it is an entry.
  private static final int HEAD = 2 * Long.BYTES + 1;

  /// Groups, as text, by the first of their URIs.
  ///
  /// @param census says which photos there are
  /// @param members the component of each photo that is in one
  JavaPairRDD<String, String> of(Census census, JavaPairRDD<Long, Long> members, int parts) {
    var requests =
        census
            .photos()
            .mapToPair(photo -> new Tuple2<>(photo[Census.Photo.ID], photo))
            .leftOuterJoin(members)
            .flatMapToPair(
                each -> requests(each._2._1, each._2._2.isPresent() ? each._2._2.get() : -1));
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
    for (var runs = new Runs<>(rows); runs.hasNext(); ) {
      found.addAll(component(new RowBytes(space), runs.next().values()));
    }
    return found.iterator();
  }

  /// Where a photo lies.
  private record Place(String uri, long photo) {}

  private List<Tuple2<String, String>> component(RowBytes codec, List<byte[]> rows)
      throws IOException {
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
        places.stream().map(place -> known(vectors, place)).toList());
  }

  private static <T> T known(Map<Long, T> photos, Place place) {
    var photo = photos.get(place.photo());
    if (photo == null) {
      throw new IllegalStateException(place.uri() + ": its photo is in another component");
    }
    return photo;
  }

  private List<Tuple2<String, String>> decided(
      List<Place> places, List<PhotoLook> looks, List<Embedding> vectors) throws IOException {
    return new DuplicateFinder(text.rule())
        .find(looks, VectorRows.of(vectors), detailed).stream()
            .map(group -> {
              int first = Math.min(group.keeper(), group.others().getFirst().row());
              return new Tuple2<>(
                  places.get(first).uri(),
                  text.of(DuplicatesJob.group(group, row -> places.get(row).uri(), looks)));
            })
            .toList();
  }
}
