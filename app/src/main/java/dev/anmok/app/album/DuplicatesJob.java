package dev.anmok.app.album;

import dev.anmok.core.cluster.DuplicateRule;
import dev.anmok.core.cluster.VectorFile;
import dev.anmok.core.curate.DuplicateFinder;
import dev.anmok.core.curate.DuplicateGroup;
import dev.anmok.core.curate.PhotoLook;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// Finds photos that show the same. Thread-safe.
///
/// Memory: the photos' vectors and sketches of them lie in mapped temporary files; in the heap are
/// about 350 bytes a photo, its URI, and what [DuplicateFinder] says.
public final class DuplicatesJob {
  private final DuplicateRule rule;
  private final SimilarThreshold similar;
  private final int dimension;

  private DuplicatesJob(DuplicateRule rule, SimilarThreshold similar, int dimension) {
    this.rule = rule;
    this.similar = similar;
    this.dimension = dimension;
  }

  /// Prepares the question: finds the threshold for the space.
  public static DuplicatesJob bind(AlbumContext context) throws IOException {
    var rule = context.album().duplicates();
    return new DuplicatesJob(
        rule,
        SimilarThreshold.of(rule, context.calibrations()),
        context.pack().space().dimension());
  }

  /// Answers it for some photos; none give an empty answer.
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
      var groups =
          new DuplicateFinder(chosen)
              .find(looks, rows).stream().map(group -> group(group, uris, looks)).toList();
      var origin = options.thresholdOrNull() == null ? similar.origin() : "given by hand";
      return new DuplicatesAnswer(chosen, origin, groups);
    }
  }

  private static DuplicatesAnswer.Group group(
      DuplicateGroup group, List<String> uris, List<PhotoLook> looks) {
    return new DuplicatesAnswer.Group(
        looks.get(group.keeper()).id(),
        group.level().code(),
        uris.get(group.keeper()),
        group.reason(),
        group.others().stream()
            .map(member ->
                new DuplicatesAnswer.Member(
                    uris.get(member.row()),
                    member.level().code(),
                    member.cosine(),
                    member.hashBits()))
            .toList());
  }
}
