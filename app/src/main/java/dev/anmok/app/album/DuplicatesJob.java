package dev.anmok.app.album;

import dev.anmok.core.cluster.DuplicateMethod;
import dev.anmok.core.cluster.DuplicateRule;
import dev.anmok.core.cluster.VectorFile;
import dev.anmok.core.curate.DuplicateFinder;
import dev.anmok.core.curate.DuplicateGroup;
import dev.anmok.core.curate.PhotoLook;
import dev.anmok.core.pipeline.Catalog;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Finds photos that show the same. Thread-safe.
///
/// The default method takes photos in order of URI, in whatever order they came, so that the answer
/// depends on the photos alone. DBSCAN takes them as they came, as the published one does: with
/// more than two photos for a core, a photo between two clusters belongs to the one that came
/// first.
///
/// Memory: the photos' vectors and sketches of them lie in mapped temporary files; in the heap are
/// about 350 bytes a photo, its URI, and what [DuplicateFinder] says.
public final class DuplicatesJob {
  private final DuplicateRule rule;
  private final SimilarThreshold similar;
  private final int dimension;
  private final @Nullable Catalog catalogOrNull;

  DuplicatesJob(
      DuplicateRule rule,
      SimilarThreshold similar,
      int dimension,
      @Nullable Catalog catalogOrNull) {
    this.rule = rule;
    this.similar = similar;
    this.dimension = dimension;
    this.catalogOrNull = catalogOrNull;
  }

  /// Prepares the question: finds the threshold for the space.
  public static DuplicatesJob bind(AlbumContext context) throws IOException {
    var rule = context.album().duplicates();
    return new DuplicatesJob(
        rule,
        SimilarThreshold.of(rule, context.calibrations()),
        context.pack().space().dimension(),
        context.calibrations().catalogOrNull());
  }

  /// The same question, answered by the machine alone.
  public DuplicatesJob unreviewed() {
    return new DuplicatesJob(rule, similar, dimension, null);
  }

  /// Answers it for some photos; none give an empty answer. What people said of photos goes before
  /// what the machine says: the photo that they chose is kept, those that they told apart leave
  /// their group.
  ///
  /// @throws IllegalArgumentException if an option is not for the method
  public DuplicatesAnswer answer(AlbumPhotos photos, DuplicatesOptions options) throws IOException {
    var chosen = options.applyTo(rule.withSimilar(similar.cosine()));
    var uris = new ArrayList<String>();
    var looks = new ArrayList<PhotoLook>();
    try (var rows = VectorFile.create(dimension);
        var all = photos.stream()) {
      for (var each = all.iterator(); each.hasNext(); ) {
        var photo = each.next();
        uris.add(photo.uri());
        looks.add(PhotoLook.of(photo));
        rows.add(photo.embedding());
      }
      rows.finish();
      var order = order(chosen, uris);
      var ordered = Arrays.stream(order).mapToObj(looks::get).toList();
      var vectors = rows.inOrder(order);
      var finder = new DuplicateFinder(chosen);
      var found = finder.find(ordered, vectors);
      var told =
          catalogOrNull == null
              ? found
              : PeoplesCopies.of(catalogOrNull.reviews(), finder).applied(found, ordered, vectors);
      var groups =
          told.stream().map(group -> group(group, row -> uris.get(order[row]), ordered)).toList();
      return new DuplicatesAnswer(chosen, options.origin(similar), groups);
    }
  }

  private static int[] order(DuplicateRule rule, List<String> uris) {
    var rows = IntStream.range(0, uris.size());
    return rule.method() == DuplicateMethod.DBSCAN
        ? rows.toArray()
        : rows.boxed()
            .sorted(Comparator.comparing((Integer row) -> uris.get(row)))
            .mapToInt(Integer::intValue)
            .toArray();
  }

  /// A group as answers name it.
  ///
  /// @param uris the URI of each row
  /// @param looks the photo of each row
  public static DuplicatesAnswer.Group group(
      DuplicateGroup group, IntFunction<String> uris, List<PhotoLook> looks) {
    return new DuplicatesAnswer.Group(
        looks.get(group.keeper()).photo(),
        group.level().code(),
        uris.apply(group.keeper()),
        group.reason(),
        group.others().stream()
            .map(member ->
                new DuplicatesAnswer.Member(
                    looks.get(member.row()).photo(),
                    uris.apply(member.row()),
                    member.level().code(),
                    member.cosine(),
                    member.hashBits()))
            .toList());
  }
}
